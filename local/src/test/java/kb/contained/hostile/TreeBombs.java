package kb.contained.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Page trees without end, without pages, and with pages of no sense. */
final class TreeBombs {
    private TreeBombs() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("a page tree that is its own child", () -> tree("[2 0 R]"));
        all.put("two page trees that are each other's children", () -> pages("[3 0 R]")
                .object("<</Type /Pages /Kids [2 0 R 2 0 R] /Count 9>>")
                .whole());
        all.put("a page tree without kids", () -> tree("[]"));
        all.put("kids that are no array", () -> tree("(kids)"));
        all.put("kids that are not there", () -> tree("[77 0 R 78 0 R]"));
        all.put("a page that is its own parent's parent", TreeBombs::inheritedInALoop);
        all.put("a page tree 100,000 deep", () -> chain(100_000));
        all.put("a page tree that doubles forty times", TreeBombs::doubling);
        all.put("one page a million times", () -> manyTimes(1_000_000));
        all.put("5,001 pages", () -> many(5_001, "[0 0 9 9]"));
        all.put("5,000 pages that are the same", () -> manyTimes(5_000));
        all.put("a page as large as numbers go", () -> many(1, "[-3.4e38 -3.4e38 3.4e38 3.4e38]"));
        all.put("a page of no size", () -> many(1, "[0 0 0 0]"));
        all.put("a page whose size is no number", () -> many(1, "[(a) /b null]"));
        all.put("a count of two thousand millions", () -> new RawPdf()
                .object("<</Type /Catalog /Pages 2 0 R>>")
                .object("<</Type /Pages /Kids [3 0 R] /Count 2147483647>>")
                .object("<</Type /Page /Parent 2 0 R>>")
                .whole());
        return all;
    }

    private static RawPdf pages(String kids) {
        return new RawPdf()
                .object("<</Type /Catalog /Pages 2 0 R>>")
                .object("<</Type /Pages /Kids %s /Count 1>>".formatted(kids));
    }

    private static byte[] tree(String kids) {
        return pages(kids).whole();
    }

    private static byte[] inheritedInALoop() {
        return pages("[3 0 R]")
                .object("<</Type /Page /Parent 4 0 R /Contents 5 0 R>>")
                .object("<</Type /Pages /Parent 5 0 R>>")
                .object("<</Type /Pages /Parent 4 0 R>>")
                .whole();
    }

    private static byte[] chain(int depth) {
        var pdf = pages("[3 0 R]");
        for (int i = 4; i < depth; i++)
            pdf.object("<</Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R>>".formatted(i, i - 2));
        return pdf.object("<</Type /Page /MediaBox [0 0 9 9]>>").whole();
    }

    private static byte[] doubling() {
        var pdf = pages("[3 0 R 3 0 R]");
        for (int i = 4; i < 44; i++) pdf.object("<</Type /Pages /Kids [%d 0 R %d 0 R] /Count 2>>".formatted(i, i));
        return pdf.object("<</Type /Page /MediaBox [0 0 9 9]>>").whole();
    }

    private static byte[] manyTimes(int times) {
        return pages("[" + "3 0 R ".repeat(times) + "]")
                .object("<</Type /Page /MediaBox [0 0 9 9]>>")
                .whole();
    }

    private static byte[] many(int pages, String box) {
        var kids = new StringBuilder("[");
        for (int i = 0; i < pages; i++) kids.append(i + 3).append(" 0 R ");
        var pdf = pages(kids + "]");
        for (int i = 0; i < pages; i++) pdf.object("<</Type /Page /MediaBox %s>>".formatted(box));
        return pdf.whole();
    }
}
