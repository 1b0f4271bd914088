package kb.pdf;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** A page whose content is decoded before it is run, where it is no more than a page usually has. */
final class PageInMemory extends PDPage {
    private static final int MOST = 2_000_000;

    private final PDPage page;

    PageInMemory(PDPage page) {
        super(page.getCOSObject());
        this.page = page;
    }

    /** Those of the page itself know what the document has loaded before. */
    @Override
    public PDResources getResources() {
        return page.getResources();
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() throws IOException {
        try (var content = page.getContentsForStreamParsing()) {
            var bytes = new byte[MOST];
            var length = 0;
            for (int read = 0; read >= 0 && length < MOST; read = content.read(bytes, length, MOST - length))
                length += read;
            if (length < MOST) return new ContentBytes(java.util.Arrays.copyOf(bytes, length));
        } catch (IOException damaged) {
            // what comes before the damage is run
        }
        return page.getContentsForStreamParsing();
    }
}
