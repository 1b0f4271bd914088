package kb.contained.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Fonts that are damaged, endless, or give a letter a whole book for its meaning. */
final class FontBombs {
    private static final int MEGABYTE = 1_000_000;
    private static final String TEXT = "BT /F 9 Tf 50 50 Td (some text of it) Tj ET";

    private FontBombs() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("a font program of noise", () -> program("/FontFile2", "/TrueType", noise(100_000)));
        all.put("a Type 1 font program of noise", () -> program("/FontFile", "/Type1", noise(100_000)));
        all.put("a compact font program of noise", () -> program("/FontFile3", "/Type1", noise(100_000)));
        all.put("a TrueType font of sixty thousand tables", FontBombs::tables);
        all.put("a Type 1 font that executes without end", FontBombs::endless);
        all.put(
                "a font program that decodes to half a gigabyte",
                () -> font(
                        "/Subtype /TrueType /FontDescriptor <</Type /FontDescriptor /FontFile2 6 0 R>>",
                        "/Filter /FlateDecode",
                        RawPdf.deflated(new byte[MEGABYTE], 500)));
        all.put("a letter that means ten thousand others", () -> meaning("<" + "0041".repeat(10_000) + ">", 1));
        all.put(
                "a table of meanings for two thousand million codes",
                () -> toUnicode("1 beginbfrange <00000000> <7fffffff> <0041> endbfrange"));
        all.put("a table of meanings that uses itself", () -> toUnicode("/Own usecmap /Identity-H usecmap"));
        all.put(
                "a table of meanings that decodes to half a gigabyte",
                () -> font(
                        "/Subtype /Type1 /ToUnicode 6 0 R",
                        "/Filter /FlateDecode",
                        RawPdf.deflated(RawPdf.bytes(" ".repeat(MEGABYTE)), 500)));
        all.put(
                "a table of meanings that is noise",
                () -> font("/Subtype /Type1 /ToUnicode 6 0 R", "", noise(100_000)));
        all.put(
                "a font that is its own descendant",
                () -> font("/Subtype /Type0 /Encoding /Identity-H /DescendantFonts [5 0 R]", "", new byte[1]));
        all.put(
                "a font with widths without end",
                () -> font(
                        "/Subtype /Type1 /FirstChar 0 /LastChar 2147483647 /Widths [%s]"
                                .formatted("1e38 ".repeat(100_000)),
                        "",
                        new byte[1]));
        all.put(
                "composite widths for two thousand million letters",
                () -> font(
                        "/Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<</Type /Font /Subtype /CIDFontType2 /W [0 2147483647 5]>>]",
                        "",
                        new byte[1]));
        all.put("an encoding that is its own", () -> font("/Subtype /Type1 /Encoding 5 0 R", "", new byte[1]));
        all.put(
                "a font matrix of no size",
                () -> font(
                        "/Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /FontBBox [0 0 0 0] /CharProcs <<>>",
                        "",
                        new byte[1]));
        return all;
    }

    /** Object 5 is the font, object 6 its stream. */
    private static byte[] font(String entries, String stream, byte[] data) {
        return RawPdf.onePage("/Font <</F 5 0 R>>").stream("", TEXT)
                .object("<</Type /Font /BaseFont /Lost %s>>".formatted(entries))
                .stream(stream, data)
                .whole();
    }

    private static byte[] program(String key, String kind, byte[] program) {
        var descriptor = "/FontDescriptor <</Type /FontDescriptor %s 6 0 R>>".formatted(key);
        return font("/Subtype %s %s".formatted(kind, descriptor), "/Length1 500 /Length2 50000 /Length3 9", program);
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] tables() {
        var font = new StringBuilder("\0\1\0\0\u00ff\u00ff\0\0\0\0\0\0");
        for (int i = 0; i < 65_535; i++) font.append("glyf\0\0\0\0\0\0\0\0\u007f\u00ff\u00ff\u00ff");
        return program("/FontFile2", "/TrueType", RawPdf.bytes(font.toString()));
    }

    private static byte[] endless() {
        var font =
                "%!PS-AdobeFont-1.0: A\n/FontName /A def /Encoding 256 array 0 1 255 {1 index exch /.notdef put} for "
                        + "/A {A A} def A ".repeat(10_000) + "currentfile eexec " + "x".repeat(50_000);
        return program("/FontFile", "/Type1", RawPdf.bytes(font));
    }

    private static byte[] meaning(String of, int codes) {
        return toUnicode("%d beginbfchar <73> %s endbfchar".formatted(codes, of), "(" + "s".repeat(100_000) + ") Tj ");
    }

    private static byte[] toUnicode(String table) {
        return toUnicode(table, "(some text) Tj ");
    }

    private static byte[] toUnicode(String table, String shown) {
        var map =
                "/CMapName /Own def begincmap 1 begincodespacerange <00> <ff> endcodespacerange " + table + " endcmap";
        return RawPdf.onePage("/Font <</F 5 0 R>>").stream("", "BT /F 9 Tf 50 50 Td " + shown + " ET")
                .object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R>>")
                .stream("", map)
                .whole();
    }
}
