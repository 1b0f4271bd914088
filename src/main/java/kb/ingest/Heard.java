package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Page;

/** All that a reader said of a file. */
record Heard(List<Page> pages, AtomicReference<About> said, AtomicReference<Bookmarks> listed)
        implements PdfReader.Pages {
    Heard() {
        this(new ArrayList<>(), new AtomicReference<>(About.NOTHING), new AtomicReference<>(Bookmarks.NONE));
    }

    @Override
    public void about(About about) {
        said.set(about);
    }

    @Override
    public void bookmarks(Bookmarks bookmarks) {
        listed.set(bookmarks);
    }

    @Override
    public void take(Page page, int all) {
        pages.add(page);
    }
}
