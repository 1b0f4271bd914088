package kb.contained;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Optional;
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Bookmarks.Bookmark;

/** What a file lists as its contents, as bytes: whether that is all, and for each bookmark its level, its page and its title. */
final class BookmarkBytes {
    private BookmarkBytes() {}

    static ByteBuffer write(Bookmarks bookmarks) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(bookmarks.complete() ? 1 : 0);
            out.writeInt(bookmarks.items().size());
            for (var bookmark : bookmarks.items()) {
                out.writeInt(bookmark.level());
                out.writeInt(bookmark.page());
                AboutBytes.write(out, Optional.of(bookmark.title()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** @throws Garbled when it is none */
    static Bookmarks read(ByteBuffer bytes) {
        try {
            var complete = bytes.getInt() == 1;
            var count = bytes.getInt();
            if (count < 0 || count > Bookmarks.MOST) throw new Garbled("no such bookmarks");
            var items = new ArrayList<Bookmark>();
            for (int i = 0; i < count; i++) items.add(new Bookmark(bytes.getInt(), bytes.getInt(), title(bytes)));
            if (bytes.hasRemaining()) throw new Garbled("more than bookmarks");
            return new Bookmarks(items, complete);
        } catch (BufferUnderflowException | IllegalArgumentException none) {
            throw new Garbled("no bookmarks");
        }
    }

    private static String title(ByteBuffer bytes) {
        return About.line(AboutBytes.said(bytes), Bookmarks.LONGEST_TITLE)
                .orElseThrow(() -> new Garbled("a bookmark without a title"));
    }
}
