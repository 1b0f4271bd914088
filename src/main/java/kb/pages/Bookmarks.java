package kb.pages;

import java.util.List;

/**
 * What a file lists as its contents, in its own order: each bookmark lies under the last one before it of a lower level.
 *
 * @param complete whether these are all: a file may list more than is kept, or so that its end can't be found
 */
public record Bookmarks(List<Bookmark> items, boolean complete) {
    public static final Bookmarks NONE = new Bookmarks(List.of(), true);
    public static final int MOST = 5_000;
    public static final int DEEPEST = 20;
    public static final int LONGEST_TITLE = 200;

    public Bookmarks {
        items = List.copyOf(items);
        if (items.size() > MOST) throw new IllegalArgumentException("too many bookmarks");
    }

    /** @param level from 1 on @param page from 1 on; 0 when it leads to none of the file's */
    public record Bookmark(int level, int page, String title) {
        public Bookmark {
            var fits = level >= 1 && level <= DEEPEST && page >= 0 && !title.isBlank();
            if (!fits) throw new IllegalArgumentException("no bookmark");
        }
    }
}
