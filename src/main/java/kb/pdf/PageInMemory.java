package kb.pdf;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** A page whose content is decoded before it is run, where it is no more than a page usually has. */
class PageInMemory extends PDPage {
    private static final int MOST = 2_000_000;

    private static final int USUAL = 32_000;

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
            var bytes = bytes(content);
            if (bytes.length < MOST) return new ContentBytes(bytes);
        } catch (IOException damaged) {
            // what comes before the damage is run
        }
        return page.getContentsForStreamParsing();
    }

    /** Up to the most there may be: room for all of that would take longer to clear than a usual page to decode. */
    private static byte[] bytes(RandomAccessRead content) throws IOException {
        var bytes = new byte[USUAL];
        var length = 0;
        for (int read = 0; read >= 0 && length < MOST; read = content.read(bytes, length, bytes.length - length)) {
            length += read;
            if (length == bytes.length) bytes = Arrays.copyOf(bytes, Math.min(2 * length, MOST));
        }
        return Arrays.copyOf(bytes, length);
    }
}
