package kb.contained.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Outlines without end, and such as lead nowhere: each of a file with one page. */
public final class OutlineBombs {
    private OutlineBombs() {}

    public static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("a bookmark that is its own next and its own child", () -> outline()
                .object("<</Title (a) /Next 6 0 R /First 6 0 R /Last 6 0 R /Parent 6 0 R>>")
                .whole());
        all.put("an outline that is its own first bookmark", OutlineBombs::ownFirst);
        all.put("two bookmarks that follow each other", () -> outline()
                .object("<</Title (a) /Next 7 0 R>>")
                .object("<</Title (b) /Next 6 0 R /First 6 0 R>>")
                .whole());
        all.put("bookmarks that double forty times", OutlineBombs::doubling);
        all.put("a million bookmarks", () -> chain(1_000_000, "Next"));
        all.put("bookmarks 100,000 deep", () -> chain(100_000, "First"));
        all.put("a bookmark with a title of thirty million letters", () -> outline()
                .object("<</Title (" + "a".repeat(30_000_000) + ")>>")
                .whole());
        all.put("bookmarks that are not there", () -> outline().whole());
        all.put("a bookmark of nothing but wrong types", () -> outline()
                .object("<</Title [1] /Dest 7.5 /A (go) /Next (b) /First true /Count (many)>>")
                .whole());
        all.put("destinations of no sense", () -> outline()
                .object("<</Title (a) /Dest [99 0 R /XYZ] /Next 7 0 R>>")
                .object("<</Title (b) /Dest [99999999999999999999 /Fit] /Next 8 0 R>>")
                .object("<</Title (c) /A <</S /GoTo /D 9 0 R>> /Next 7 0 R>>")
                .object("<</D 9 0 R>>")
                .whole());
        all.put("a tree of names that is its own child", () -> named("<</Kids [7 0 R 7 0 R] /Names [(a) (a)]>>"));
        all.put("a name in a tree of a million", () -> named("<</Names [" + "(b) [3 0 R] ".repeat(1_000_000) + "]>>"));
        return all;
    }

    /** The outline is object 5, its first bookmark object 6. */
    private static RawPdf outline() {
        return start("/Outlines 5 0 R").object("<</Type /Outlines /First 6 0 R /Last 6 0 R /Count 1>>");
    }

    private static RawPdf start(String entries) {
        return new RawPdf()
                        .object("<</Type /Catalog /Pages 2 0 R %s>>".formatted(entries))
                        .object("<</Type /Pages /Kids [3 0 R] /Count 1>>")
                        .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>")
                        .stream("", "q Q");
    }

    private static byte[] ownFirst() {
        return start("/Outlines 5 0 R")
                .object("<</Type /Outlines /Title (a) /First 5 0 R>>")
                .whole();
    }

    private static byte[] doubling() {
        var pdf = outline();
        for (int i = 7; i < 47; i++) pdf.object("<</Title (a) /First %d 0 R /Next %d 0 R>>".formatted(i, i));
        return pdf.object("<</Title (b)>>").whole();
    }

    private static byte[] chain(int count, String by) {
        var pdf = outline();
        for (int i = 7; i < count + 6; i++) pdf.object("<</Title (a) /%s %d 0 R>>".formatted(by, i));
        return pdf.object("<</Title (b)>>").whole();
    }

    private static byte[] named(String tree) {
        return start("/Outlines 5 0 R /Names <</Dests 7 0 R>>")
                .object("<</Type /Outlines /First 6 0 R>>")
                .object("<</Title (a) /Dest (a)>>")
                .object(tree)
                .whole();
    }
}
