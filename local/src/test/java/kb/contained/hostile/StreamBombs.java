package kb.contained.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Streams that are small until they are decoded, and such as cannot be. */
final class StreamBombs {
    private static final int MEGABYTE = 1_000_000;

    private StreamBombs() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("content that decodes to half a gigabyte", () -> deflated(500, 'q'));
        all.put("content that decodes to half a gigabyte of spaces", () -> deflated(500, ' '));
        all.put("content that is deflated twice", StreamBombs::twice);
        all.put("content that is deflated a hundred times", StreamBombs::hundredTimes);
        all.put(
                "content that is run through a hundred filters",
                () -> filtered("/ASCIIHexDecode ".repeat(50) + "/ASCII85Decode ".repeat(50), "00>"));
        all.put("runs that decode to sixty times themselves", StreamBombs::runs);
        all.put(
                "codes of an LZW table that never ends",
                () -> filtered("/LZWDecode", "\u00ff\u00ff\u0080".repeat(MEGABYTE)));
        all.put("a filter nobody knows", () -> filtered("/Unknown", "BT ET"));
        all.put("content that is a picture", () -> filtered("/DCTDecode", "\u00ff\u00d8\u00ff\u00e0 not a picture"));
        all.put("content that is a fax", () -> filtered("/CCITTFaxDecode", "not a fax".repeat(1_000)));
        all.put("content that is another picture", () -> filtered("/JBIG2Decode", "not a picture".repeat(1_000)));
        all.put("a predictor of endless columns", () -> parameters("/Predictor 15 /Columns 2147483647 /Colors 32"));
        all.put("a predictor of columns below zero", () -> parameters("/Predictor 2 /Columns -1 /BitsPerComponent 99"));
        all.put("deflated content that breaks off", StreamBombs::brokenOff);
        all.put("an object stream that decodes to half a gigabyte", StreamBombs::objects);
        all.put("metadata that decodes to half a gigabyte", StreamBombs::metadata);
        return all;
    }

    private static byte[] deflated(int megabytes, char filler) {
        var data = RawPdf.bytes((filler + " ").repeat(MEGABYTE / 2));
        return RawPdf.onePage("").stream("/Filter /FlateDecode", RawPdf.deflated(data, megabytes))
                .whole();
    }

    private static byte[] twice() {
        var once = RawPdf.deflated(new byte[MEGABYTE], 500);
        return RawPdf.onePage("").stream("/Filter [/FlateDecode /Fl]", RawPdf.deflated(once))
                .whole();
    }

    private static byte[] hundredTimes() {
        var data = RawPdf.deflated(new byte[MEGABYTE], 500);
        for (int i = 0; i < 99; i++) data = RawPdf.deflated(data);
        return RawPdf.onePage("").stream("/Filter [%s]".formatted("/FlateDecode ".repeat(100)), data)
                .whole();
    }

    private static byte[] runs() {
        var runs = RawPdf.bytes("\u0081q".repeat(MEGABYTE));
        return RawPdf.onePage("").stream("/Filter [/FlateDecode /RunLengthDecode]", RawPdf.deflated(runs, 10))
                .whole();
    }

    private static byte[] filtered(String filters, String data) {
        return RawPdf.onePage("").stream("/Filter [%s]".formatted(filters), data)
                .whole();
    }

    private static byte[] parameters(String parameters) {
        return RawPdf.onePage("")
                .deflated("/DecodeParms <<%s>>".formatted(parameters), RawPdf.bytes("BT ET ".repeat(1_000)))
                .whole();
    }

    private static byte[] brokenOff() {
        var whole = RawPdf.deflated(RawPdf.bytes("BT (text) Tj ET ".repeat(10_000)));
        return RawPdf.onePage("").stream("/Filter /FlateDecode", java.util.Arrays.copyOf(whole, whole.length / 2))
                .whole();
    }

    private static byte[] objects() {
        var pdf = RawPdf.onePage("").stream(
                "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
                RawPdf.deflated(RawPdf.bytes(" ".repeat(MEGABYTE)), 500));
        var start = pdf.size();
        var entries = new byte[] {1, 0, 9, 0, 2, 0, 4, 0};
        return pdf.stream("/Type /XRef /W [1 2 1] /Index [1 2] /Size 6 /Root 1 0 R", entries)
                .append("startxref\n%d\n%%%%EOF".formatted(start))
                .unfinished();
    }

    private static byte[] metadata() {
        return new RawPdf()
                        .object("<</Type /Catalog /Pages 2 0 R /Metadata 4 0 R /Names 4 0 R>>")
                        .object("<</Type /Pages /Kids [3 0 R] /Count 1>>")
                        .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [4 0 R]>>")
                        .stream("/Filter /FlateDecode", RawPdf.deflated(new byte[MEGABYTE], 500))
                        .whole();
    }
}
