package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kb.pages.PageLabels;
import kb.pages.PageLabels.Range;
import kb.pages.PageLabels.Style;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private final PDDocument document = new PDDocument();

    private PageLabels read(int pages) {
        for (int i = 0; i < pages; i++) document.addPage(new PDPage());
        return Labels.of(document, pages);
    }

    private static PDPageLabelRange range(String style, String prefix, int first) {
        var range = new PDPageLabelRange();
        range.setStyle(style);
        range.setPrefix(prefix);
        range.setStart(first);
        return range;
    }

    private void label(int index, PDPageLabelRange range) {
        var catalog = document.getDocumentCatalog();
        try {
            var labels = catalog.getPageLabels() == null ? new PDPageLabels(document) : catalog.getPageLabels();
            labels.setLabelItem(index, range);
            catalog.setPageLabels(labels);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    @Test
    void ranges_are_those_of_the_file() {
        label(0, range("r", null, 1));
        label(4, range("D", null, 1));
        label(6, range("A", "App\u0000endix ", 2));
        assertEquals(
                new PageLabels(List.of(
                        new Range(1, "", Style.SMALL_ROMAN, 1),
                        new Range(5, "", Style.DECIMAL, 1),
                        new Range(7, "Appendix", Style.LETTERS, 2))),
                read(8));
    }

    @Test
    void a_file_without_labels_and_one_that_counts_as_we_do_has_none() {
        assertEquals(PageLabels.NONE, read(2));
        label(0, range("D", null, 1));
        assertEquals(PageLabels.NONE, read(2));
    }

    @Test
    void numbers_and_prefixes_have_an_end() {
        var endless = range("D", "x".repeat(5_000), 1);
        endless.getCOSObject().setInt(COSName.getPDFName("St"), -9);
        label(0, endless);
        assertEquals(new PageLabels(List.of(new Range(1, "x".repeat(15), Style.DECIMAL, 1))), read(1));
    }

    @Test
    void a_label_for_each_page_of_a_long_file_is_none() {
        for (int i = 0; i < 200; i++) label(i, range("D", "p" + i, 1));
        assertEquals(PageLabels.NONE, read(200));
    }

    @Test
    void what_makes_no_sense_is_none() {
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGE_LABELS, new COSString("iv"));
        assertEquals(PageLabels.NONE, read(1));
        var loop = new COSDictionary();
        var kids = new org.apache.pdfbox.cos.COSArray();
        kids.add(loop);
        loop.setItem(COSName.KIDS, kids);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGE_LABELS, loop);
        assertEquals(PageLabels.NONE, read(1));
    }
}
