package kb.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kb.documents.Status;
import kb.documents.Wanted;
import kb.http.Fields;
import kb.store.Order;

/** Which documents a list is to show, and which part of that list. */
record DocumentQuery(Wanted wanted, int limit, Optional<String> cursor) {
    static DocumentQuery parse(Fields query) {
        var limit = query.number("limit", 20, 1, 100);
        var cursor = query.optionalText("cursor", 1_000);
        var wanted = new Wanted(
                status(query),
                query.optionalText("filename", 255),
                query.optionalText("tag", DescriptionFields.LONGEST_TAG),
                query.optionalText("uploaded_by", 1_000),
                query.flag("superseded", false),
                order(query));
        return query.into(() -> new DocumentQuery(wanted, limit, cursor));
    }

    private static Optional<Status> status(Fields query) {
        var text = query.optionalText("status", 20);
        var status = text.flatMap(
                word -> shown().filter(one -> word(one).equals(word)).findFirst());
        if (text.isPresent() && status.isEmpty()) {
            var known = shown().map(DocumentQuery::word).collect(Collectors.joining(", "));
            query.complain("status", "must be one of " + known, "");
        }
        return status;
    }

    /** What is being deleted is not shown. */
    private static java.util.stream.Stream<Status> shown() {
        return Arrays.stream(Status.values()).filter(status -> status != Status.DELETING);
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Order order(Fields query) {
        return switch (query.optionalText("order", 20).orElse("newest")) {
            case "newest" -> Order.DESCENDING;
            case "oldest" -> Order.ASCENDING;
            default -> query.complain("order", "must be newest or oldest", Order.DESCENDING);
        };
    }
}
