package kb.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.pages.PageCoverage;
import kb.pages.PageLabels;

/** What became of a document's pages, as callers see it. */
record CoverageJson(UUID documentId, boolean complete, List<PageJson> pages) {
    /** @param garbled the share of its glyphs that have no meaning, to a thousandth */
    record PageJson(
            int page,
            Optional<String> pageLabel,
            int characters,
            String source,
            double garbled,
            int tables,
            int images,
            boolean unreadable,
            Map<String, Integer> leftOut) {

        static PageJson of(PageCoverage read, PageLabels labels) {
            var coverage = read.coverage();
            var leftOut = new TreeMap<String, Integer>();
            coverage.leftOut().forEach((why, characters) -> leftOut.put(why.code(), characters));
            return new PageJson(
                    read.page(),
                    labels.of(read.page()),
                    read.characters(),
                    coverage.source().name().toLowerCase(Locale.ROOT),
                    Math.round(1000.0 * coverage.garbled() / Math.max(1, coverage.glyphs())) / 1000.0,
                    read.tables(),
                    coverage.images(),
                    coverage.unreadable(),
                    leftOut);
        }
    }

    static CoverageJson of(Document document, DocumentService.Pages read) {
        var labels = document.state().about().labels();
        return new CoverageJson(
                document.documentId(),
                read.complete(),
                read.pages().stream().map(page -> PageJson.of(page, labels)).toList());
    }
}
