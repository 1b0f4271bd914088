package kb.contained.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A PDF put together by hand, object by object, so that anything can be wrong with it. */
final class RawPdf {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    RawPdf() {
        append("%PDF-1.7\n");
    }

    /** Catalog, page tree and a page that has object 4 as its content and these resources. */
    static RawPdf onePage(String resources) {
        return new RawPdf()
                .object("<</Type /Catalog /Pages 2 0 R>>")
                .object("<</Type /Pages /Kids [3 0 R] /Count 1>>")
                .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <<%s>>>>"
                        .formatted(resources));
    }

    /** The next object, from number 1 on. */
    RawPdf object(String text) {
        return object(bytes(text));
    }

    private RawPdf object(byte[] content) {
        places.add(file.size());
        append("%d 0 obj\n".formatted(places.size()));
        file.writeBytes(content);
        append("\nendobj\n");
        return this;
    }

    /** @param entries of its dictionary, beside the length */
    RawPdf stream(String entries, byte[] data) {
        var object = new ByteArrayOutputStream();
        object.writeBytes(bytes("<<%s /Length %d>>\nstream\n".formatted(entries, data.length)));
        object.writeBytes(data);
        object.writeBytes(bytes("\nendstream"));
        return object(object.toByteArray());
    }

    RawPdf stream(String entries, String data) {
        return stream(entries, bytes(data));
    }

    RawPdf deflated(String entries, byte[] data) {
        return stream(entries + " /Filter /FlateDecode", deflated(data));
    }

    RawPdf append(String text) {
        file.writeBytes(bytes(text));
        return this;
    }

    int size() {
        return file.size();
    }

    int objects() {
        return places.size();
    }

    byte[] whole() {
        return whole("");
    }

    /** With its cross-reference table. @param trailer further entries of the trailer */
    byte[] whole(String trailer) {
        var start = file.size();
        append("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
        for (var place : places) append("%010d 00000 n \n".formatted(place));
        append("trailer\n<</Root 1 0 R /Size %d %s>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(places.size() + 1, trailer, start));
        return file.toByteArray();
    }

    /** As it is, without any table. */
    byte[] unfinished() {
        return file.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] deflated(byte[] data) {
        return deflated(data, 1);
    }

    /** The data so many times, deflated; never held as a whole. */
    static byte[] deflated(byte[] data, int times) {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(packed, deflater, 65_536)) {
            for (int i = 0; i < times; i++) out.write(data);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
