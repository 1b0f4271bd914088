package kb.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.documents.Traits;
import kb.http.Caller;
import kb.http.Fields;
import kb.search.PageRange;
import kb.search.Place;
import kb.search.SectionKey;
import kb.search.Selection;

/** Reads which passages a question is about: the same for search and for chats. */
final class Filters {
    private static final int MOST_DOCUMENTS = 100;
    private static final int LAST_PAGE = 1_000_000;
    private static final int LONGEST_FILENAME = 255;
    private static final int LONGEST_PERSON = 1_000;
    private static final int LONGEST_SECTION = 300;
    private static final int LONGEST_MOMENT = 40;

    private Filters() {}

    static Selection selection(Fields fields, Caller caller) {
        var filters = fields.object("filters");
        var documents = documents(filters);
        var traits = traits(filters);
        var place = new Place(
                pages(filters), filters.optionalText("section", LONGEST_SECTION).map(SectionKey::of));
        filters.nothingElse();
        return new Selection(Asker.tenant(caller), documents, traits, place);
    }

    /** Which of the filters a selection has. */
    static List<String> names(Selection selection) {
        var traits = selection.traits();
        var given = new ArrayList<String>();
        if (selection.documents().isPresent()) given.add("document_ids");
        if (traits.filename().isPresent()) given.add("filename");
        if (traits.uploadedBy().isPresent()) given.add("uploaded_by");
        if (traits.from().isPresent()) given.add("uploaded_after");
        if (traits.before().isPresent()) given.add("uploaded_before");
        if (!traits.tags().isEmpty()) given.add("tags");
        if (selection.place().pages().isPresent()) given.add("page");
        if (selection.place().section().isPresent()) given.add("section");
        return given;
    }

    private static Optional<Set<UUID>> documents(Fields filters) {
        return filters.someTexts("document_ids", MOST_DOCUMENTS, 100).map(texts -> {
            var ids = new HashSet<UUID>();
            for (var text : texts)
                id(text).ifPresentOrElse(
                                ids::add, () -> filters.complain("document_ids", "must hold ids of documents", ""));
            return ids;
        });
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Traits traits(Fields filters) {
        var filename = filters.optionalText("filename", LONGEST_FILENAME);
        var uploadedBy = filters.optionalText("uploaded_by", LONGEST_PERSON);
        var from = moment(filters, "uploaded_after");
        var before = moment(filters, "uploaded_before");
        if (from.isPresent() && before.isPresent() && !from.get().isBefore(before.get()))
            filters.complain("uploaded_after", "must be earlier than uploaded_before", "");
        var tags = filters.someTexts("tags", DescriptionFields.MOST_TAGS, DescriptionFields.LONGEST_TAG);
        return new Traits(
                filename, uploadedBy, from, before, tags.map(Set::copyOf).orElse(Set.of()));
    }

    private static Optional<Instant> moment(Fields filters, String name) {
        var text =
                filters.optionalText(name, LONGEST_MOMENT).filter(given -> !given.isEmpty()); // complained of already
        var moment = text.flatMap(Filters::moment);
        if (text.isPresent() && moment.isEmpty())
            filters.complain(name, "must be a time such as 2026-01-31T18:30:00Z, or a date", "");
        return moment;
    }

    /** A date is its first moment in UTC. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    private static Optional<PageRange> pages(Fields filters) {
        if (!filters.isObject("page")) {
            var page = filters.number("page", 0, 1, LAST_PAGE, ", or {\"from\": …, \"to\": …}");
            return page == 0 ? Optional.empty() : Optional.of(new PageRange(page, page));
        }
        var page = filters.object("page");
        var from = page.number("from", 1, 1, LAST_PAGE);
        var to = page.number("to", LAST_PAGE, 1, LAST_PAGE);
        page.nothingElse();
        if (!page.isGiven("from") && !page.isGiven("to")) filters.complain("page", "must say from, to, or both", "");
        if (to < from) return Optional.of(page.complain("to", "must not be less than from", new PageRange(from, from)));
        return Optional.of(new PageRange(from, to));
    }
}
