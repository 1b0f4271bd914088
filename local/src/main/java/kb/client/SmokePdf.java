package kb.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The smallest PDF that says something: one page, a few lines in Helvetica. */
final class SmokePdf {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> starts = new ArrayList<>();

    private SmokePdf() {}

    /** @param lines in ASCII, without brackets and backslashes */
    static byte[] of(List<String> lines) {
        return new SmokePdf().written(lines);
    }

    private byte[] written(List<String> lines) {
        write("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                + " /Resources << /Font << /F1 4 0 R >> >> >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var text = "BT /F1 12 Tf 16 TL 72 770 Td (" + String.join(") Tj T* (", lines) + ") Tj ET";
        object("<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text));
        var table = bytes.size();
        write("xref\n0 %d\n0000000000 65535 f \n".formatted(starts.size() + 1));
        starts.forEach(start -> write("%010d 00000 n \n".formatted(start)));
        write("trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(starts.size() + 1, table));
        return bytes.toByteArray();
    }

    private void object(String content) {
        starts.add(bytes.size());
        write("%d 0 obj\n%s\nendobj\n".formatted(starts.size(), content));
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
