package kb.rehearsal;

import java.util.stream.Collectors;

/** A PDF of one page, in characters that are bytes. */
record SmallPdf(String remark, String text) {
    private static final int SIZE = 12;
    private static final int LEFT = 72;
    private static final int TOP = 770;

    /** A remark makes it another file. Nobody wants a table of where its objects are, when there are five. */
    String bytes() {
        var content = content();
        return """
                %%PDF-1.7
                %% %s
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
                  /Resources << /Font << /F 5 0 R >> >> >> endobj
                4 0 obj << /Length %d >> stream
                %s
                endstream endobj
                5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
                trailer << /Root 1 0 R /Size 6 >>
                %%%%EOF""".formatted(remark, content.length(), content);
    }

    private String content() {
        return text.lines()
                .map("(%s) Tj T*"::formatted)
                .collect(Collectors.joining(
                        "\n", "BT /F %d Tf %d TL %d %d Td\n".formatted(SIZE, SIZE * 2, LEFT, TOP), "\nET"));
    }
}
