package kb.contained.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Forms that draw themselves or one another, and pictures where none is wanted. */
final class FormBombs {
    private static final String FORM = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] ";
    private static final String GROUP = FORM + "/Group <</S /Transparency>> ";

    private FormBombs() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("a form that draws itself", () -> self(FORM, "/X Do "));
        all.put("a form that draws itself ten times", () -> self(FORM, "/X Do ".repeat(10)));
        all.put("a transparency group that draws itself ten times", () -> self(GROUP, "/X Do ".repeat(10)));
        all.put("two forms that draw each other", FormBombs::eachOther);
        all.put("forms that draw ten of the next, thirty deep", () -> nested(30, 10));
        all.put("forms in forms, a thousand deep", () -> nested(1_000, 1));
        all.put(
                "a form without resources in one of the page",
                () -> RawPdf.onePage("/XObject <</X 5 0 R>>").stream("", "/X Do").stream(FORM, "/X Do /Y Do /F 9 Tf")
                        .whole());
        all.put(
                "a form that decodes to half a gigabyte",
                () -> RawPdf.onePage("/XObject <</X 5 0 R>>").stream("", "/X Do").stream(
                                FORM + "/Filter /FlateDecode", RawPdf.deflated(new byte[1_000_000], 500))
                        .whole());
        all.put(
                "a picture of ten thousand million points",
                () -> picture("/Width 100000 /Height 100000 /Filter /FlateDecode"));
        all.put(
                "a picture as large as numbers go",
                () -> picture("/Width 2147483647 /Height 2147483647 /Filter /DCTDecode"));
        all.put("a picture whose mask is itself", () -> picture("/Width 9 /Height 9 /SMask 5 0 R /Mask 5 0 R"));
        all.put("a thousand fonts that are pictures", FormBombs::pictureFonts);
        all.put(
                "a soft mask that draws its own page",
                () ->
                        RawPdf.onePage("/ExtGState <</G <</SMask <</S /Alpha /G 5 0 R>>>>>>").stream("", "/G gs (x) Tj")
                                .stream(
                                        GROUP + "/Resources <</ExtGState <</G <</SMask <</S /Alpha /G 5 0 R>>>>>>>>",
                                        "/G gs")
                                .whole());
        return all;
    }

    private static byte[] self(String entries, String content) {
        return RawPdf.onePage("/XObject <</X 5 0 R>>").stream("", content).stream(
                        entries + "/Resources <</XObject <</X 5 0 R>>>>", content)
                .whole();
    }

    private static byte[] eachOther() {
        return RawPdf.onePage("/XObject <</X 5 0 R>>").stream("", "/X Do").stream(
                        FORM + "/Resources <</XObject <</X 6 0 R>>>>", "/X Do /X Do")
                .stream(FORM + "/Resources <</XObject <</X 5 0 R>>>>", "/X Do /X Do")
                .whole();
    }

    private static byte[] nested(int depth, int times) {
        var pdf = RawPdf.onePage("/XObject <</X 5 0 R>>").stream("", "/X Do");
        for (int i = 0; i < depth; i++)
            pdf.stream(FORM + "/Resources <</XObject <</X %d 0 R>>>>".formatted(i + 6), "/X Do ".repeat(times));
        return pdf.stream(FORM, "BT ET").whole();
    }

    private static byte[] picture(String entries) {
        return RawPdf.onePage("/XObject <</X 5 0 R>>").stream("", "/X Do ".repeat(1_000)).stream(
                        "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 " + entries,
                        "some bytes")
                .whole();
    }

    private static byte[] pictureFonts() {
        var font =
                "<</Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 0 /LastChar 255"
                        + " /Widths [%s] /Encoding <</Differences [0 /a]>> /CharProcs <</a 4 0 R>> /Resources <</Font <</F 5 0 R>>>>>>";
        return RawPdf.onePage("/Font <</F 5 0 R>>").stream(
                        "", "BT /F 9 Tf " + "(\\000\\000\\000) Tj ".repeat(1_000) + "ET")
                .object(font.formatted("1 ".repeat(256)))
                .whole();
    }
}
