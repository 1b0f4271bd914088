package kb.pdf;

import java.util.List;
import kb.ingest.PdfReader.Reason;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;

/**
 * Finds a page as the reader counts them: by walking the page tree.
 *
 * <p>PDFBox draws by number and trusts the counts in the tree; where they lead elsewhere, the tree is made flat.
 */
final class OnePage {
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private OnePage() {}

    /** @param number from 1 on @throws Refused when there are not so many */
    static PDPage find(PDDocument document, int number) {
        var pages = document.getPages();
        var before = new COSArray();
        for (var page : pages) {
            if (before.size() == number - 1) {
                if (!isFoundByNumber(pages, page, number)) flatten(document, before, page);
                return page;
            }
            before.add(page.getCOSObject());
        }
        throw new Refused(Reason.DAMAGED);
    }

    private static boolean isFoundByNumber(PDPageTree pages, PDPage page, int number) {
        try {
            return pages.get(number - 1).getCOSObject() == page.getCOSObject();
        } catch (IllegalStateException | IndexOutOfBoundsException miscounted) {
            return false;
        }
    }

    private static void flatten(PDDocument document, COSArray before, PDPage page) {
        for (var name : INHERITED) {
            var value = PDPageTree.getInheritableAttribute(page.getCOSObject(), name);
            if (value != null) page.getCOSObject().setItem(name, value);
        }
        var kids = new COSArray(before.toList());
        kids.add(page.getCOSObject());
        var root = document.getPages().getCOSObject();
        root.setItem(COSName.KIDS, kids);
        root.setInt(COSName.COUNT, kids.size());
    }
}
