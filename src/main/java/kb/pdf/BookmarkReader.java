package kb.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Bookmarks.Bookmark;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Reads what a file lists as its contents (ISO 32000-2, 12.3.3), as far as it makes sense: the pages are read all the same. */
final class BookmarkReader {
    private final List<Bookmark> found = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Place> open = new ArrayDeque<>();

    private BookmarkReader() {}

    /** Where one may stand. */
    private record Place(COSDictionary item, int level) {}

    /** @param pages all of the document's, in order */
    static Bookmarks of(PDDocument document, List<PDPage> pages) {
        var reader = new BookmarkReader();
        try {
            return PdfBoxReader.attempt(() -> {
                var catalog = document.getDocumentCatalog().getCOSObject();
                var complete = reader.read(catalog, pages);
                return new Bookmarks(reader.found, complete);
            });
        } catch (Refused damaged) {
            return new Bookmarks(reader.found, false);
        }
    }

    /** Returns whether it came to the end. */
    private boolean read(COSDictionary catalog, List<PDPage> pages) {
        var outlines = catalog.getCOSDictionary(COSName.OUTLINES);
        if (outlines == null) return true;
        note(outlines.getCOSDictionary(COSName.FIRST), 1);
        if (open.isEmpty()) return true;
        var destinations = new Destinations(catalog, pages);
        var complete = true;
        while (!open.isEmpty()) {
            if (seen.size() == Bookmarks.MOST) return false;
            complete &= isTaken(open.pop(), destinations);
        }
        return complete;
    }

    private boolean isTaken(Place place, Destinations destinations) {
        var item = place.item();
        if (place.level() > Bookmarks.DEEPEST || !seen.add(item)) return false;
        About.line(item.getString(COSName.TITLE), Bookmarks.LONGEST_TITLE)
                .ifPresent(title -> found.add(new Bookmark(place.level(), destinations.page(item), title)));
        note(item.getCOSDictionary(COSName.NEXT), place.level());
        note(item.getCOSDictionary(COSName.FIRST), place.level() + 1);
        return true;
    }

    private void note(COSDictionary item, int level) {
        if (item != null) open.push(new Place(item, level));
    }
}
