package kb.histories;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kb.files.DocumentFiles;
import kb.pages.Bookmarks;
import kb.pages.Bookmarks.Bookmark;
import kb.people.Tenant;
import kb.store.MemoryTable;
import org.junit.jupiter.api.Test;

/** What was read of some bytes is not read again of the same bytes. */
class CopiedPagesTest {
    private static final int PAGES = 60;

    private final Parts parts = Parts.around(new MemoryTable(Clock.systemUTC()), new MemoryIndex());
    private final Asking wren = new Asking(Asking.app(parts.outside()), "mill");

    @Test
    void pages_are_copied_from_a_document_with_the_same_bytes() {
        var pages = IntStream.rangeClosed(1, PAGES)
                .mapToObj("The mill grinds corn on day %d."::formatted)
                .toArray(String[]::new);
        var first = wren.uploaded("mill.pdf", false, pages);
        wren.uploaded("other.pdf", false, "Salt is sold.");
        var read = parts.reader().read();
        var mill = new Tenant("mill");
        var files = new DocumentFiles(parts.objects());
        var bookmarks = new Bookmarks(List.of(new Bookmark(1, 3, "The third day")), true);
        files.putBookmarks(mill, UUID.fromString(first), bookmarks);

        var second = wren.uploaded("other.pdf", true, pages);

        assertEquals(read, parts.reader().read());
        var names = parts.objects().names("mill/" + second + "/pages/");
        assertEquals(3, names.size());
        assertEquals(bookmarks, files.bookmarks(mill, UUID.fromString(second)));
        for (var name : names) {
            assertArrayEquals(
                    parts.objects().get(name.replace(second, first)).orElseThrow(),
                    parts.objects().get(name).orElseThrow());
        }
    }
}
