package kb.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kb.documents.Document;
import kb.pages.Bookmarks;
import kb.pages.Bookmarks.Bookmark;
import kb.pages.PageLabels;

/** What a document's file lists as its contents, as callers see it. */
record OutlineJson(UUID documentId, boolean complete, List<ItemJson> items) {
    record ItemJson(int level, String title, Optional<Integer> page, Optional<String> pageLabel) {
        static ItemJson of(Bookmark bookmark, PageLabels labels, UnaryOperator<String> masking) {
            var page = Optional.of(bookmark.page()).filter(number -> number > 0);
            return new ItemJson(bookmark.level(), masking.apply(bookmark.title()), page, page.flatMap(labels::of));
        }
    }

    static OutlineJson of(Document document, Bookmarks bookmarks, UnaryOperator<String> masking) {
        var state = document.state();
        var labels = state.about().labels();
        return new OutlineJson(
                document.documentId(),
                bookmarks.complete() && state.progress().pagesDone() > 0,
                bookmarks.items().stream()
                        .map(bookmark -> ItemJson.of(bookmark, labels, masking))
                        .toList());
    }
}
