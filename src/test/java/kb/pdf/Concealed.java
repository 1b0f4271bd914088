package kb.pdf;

import java.util.ArrayList;
import java.util.List;
import kb.pages.Hiding;

/**
 * A one-page PDF with text that is to be seen and text that is not.
 *
 * <p>Its font is {@code F}. Objects that resources name are numbered from 6 on.
 *
 * @param hides why what its name tells of is not seen; null when it is
 * @param resources of the page, beside its font
 * @param page what else its page says
 * @param catalog what else its catalog says
 */
record Concealed(
        String name,
        Hiding hides,
        String content,
        String resources,
        String page,
        String catalog,
        List<String> objects) {
    static final String SEEN = "What everybody reads.";
    /** What is hidden, or nearly. */
    static final String TEXT = "Pay the bearer.";

    static Concealed hidden(String name, Hiding why, String content) {
        return new Concealed(name, why, content, "", "", "", List.of());
    }

    static Concealed visible(String name, String content) {
        return hidden(name, null, content);
    }

    Concealed with(String moreResources, String... moreObjects) {
        return new Concealed(name, hides, content, moreResources, page, catalog, List.of(moreObjects));
    }

    Concealed onPage(String more) {
        return new Concealed(name, hides, content, resources, more, catalog, objects);
    }

    Concealed inCatalog(String more) {
        return new Concealed(name, hides, content, resources, page, more, objects);
    }

    /** The text at 12 points, in the middle of the page. */
    static String text() {
        return text("12 0 0 12 100 400");
    }

    static String text(String matrix) {
        return "BT /F 1 Tf %s Tm (%s) Tj ET ".formatted(matrix, TEXT);
    }

    static String stream(String dictionary, String content) {
        return "<<%s /Length %d>>\nstream\n%s\nendstream".formatted(dictionary, content.length(), content);
    }

    /** A form of the page's size. */
    static String form(String dictionary, String content) {
        var resources = "/Resources <</Font <</F 5 0 R>>>>";
        return stream("/Subtype /Form /BBox [0 0 600 800] %s %s".formatted(resources, dictionary), content);
    }

    /** Of a single grey pixel. */
    static String picture(String dictionary) {
        return stream(
                "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray %s"
                        .formatted(dictionary),
                "w");
    }

    byte[] pdf() {
        return pdf("q BT /F 12 Tf 100 700 Td (%s) Tj ET Q ".formatted(SEEN) + content);
    }

    /** Without what everybody reads. */
    byte[] alone() {
        return pdf(content);
    }

    private byte[] pdf(String drawn) {
        var all = new ArrayList<String>();
        all.add("<</Type /Catalog /Pages 2 0 R %s>>".formatted(catalog));
        all.add("<</Type /Pages /Kids [3 0 R] /Count 1>>");
        all.add(
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %s /Resources <</Font <</F 5 0 R>> %s>>>>"
                        .formatted(page, resources));
        all.add(stream("", drawn));
        all.add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
        all.addAll(objects);
        return Drawn.raw("", all.toArray(String[]::new));
    }
}
