package kb.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.chat.Inheritance.Heirloom;
import kb.chat.Inheritance.Said;
import kb.chat.Role;
import kb.people.Tenant;

/** A row of {@code sessions} with its messages, made into a chat. @param changed what had to be put in place of what */
record OldChat(OldRow row, String name, Heirloom heirloom, List<OldMessage> messages, List<String> changed) {
    private static final int LONGEST_TITLE = 200;
    private static final String UNKNOWN = "unknown";
    private static final String HOMELESS = "it counts %d tokens and $%s and has no answer that they could belong to";

    /** @param messages that can be taken over, in the order in which they were kept */
    static OldChat of(Tenant tenant, OldRow row, List<OldMessage> messages) {
        var changed = new ArrayList<String>();
        var timed = inOrder(messages, created(row), changed);
        var first =
                timed.isEmpty() ? created(row) : Optional.of(timed.getFirst().at());
        var created = created(row).or(() -> first).orElse(Instant.EPOCH);
        var last = timed.isEmpty() ? created : timed.getLast().at();
        var name = row.name("session_id");
        var id = MintedId.of(created, 0, tenant.id(), "session", name);
        var heirloom = new Heirloom(
                id,
                title(row, changed),
                created,
                row.text("updated_at").flatMap(OldTime.CHATS::read).orElse(last),
                said(tenant, name, timed, costs(row, timed, changed)));
        return new OldChat(
                row, name, heirloom, timed.stream().map(Timed::message).toList(), List.copyOf(changed));
    }

    private record Timed(OldMessage message, Instant at) {}

    private static Optional<Instant> created(OldRow row) {
        return row.text("created_at").flatMap(OldTime.CHATS::read);
    }

    /** One that says no time was said when the one before it was. */
    private static List<Timed> inOrder(List<OldMessage> messages, Optional<Instant> begun, List<String> changed) {
        var timed = new ArrayList<Timed>();
        var before = begun.or(() ->
                        messages.stream().flatMap(one -> one.at().stream()).findFirst())
                .orElse(Instant.EPOCH);
        for (var message : messages) {
            if (message.at().isEmpty())
                changed.add("message %s says no time: that of the one before stands for it".formatted(message.name()));
            before = message.at().orElse(before);
            timed.add(new Timed(message, before));
        }
        timed.sort(Comparator.comparing(Timed::at));
        return timed;
    }

    private static Optional<String> title(OldRow row, List<String> changed) {
        var title = row.text("title")
                .map(text -> text.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip())
                .filter(text -> !text.isEmpty());
        if (title.isEmpty() || title.get().codePointCount(0, title.get().length()) <= LONGEST_TITLE) return title;
        changed.add("its title is cut to %d characters".formatted(LONGEST_TITLE));
        return title.map(text -> text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE - 1)));
    }

    private record Cost(int tokens, double usd) {
        static final Cost NONE = new Cost(0, 0);
    }

    /** What each answer took. What the chat counts beyond that is its last answer's, so that the sums stay what they were. */
    private static Map<OldMessage, Cost> costs(OldRow row, List<Timed> timed, List<String> changed) {
        var answers = timed.stream()
                .map(Timed::message)
                .filter(message -> message.role().equals(Optional.of(Role.ASSISTANT)))
                .toList();
        var total = row.count("total_tokens_used").orElse(0L);
        var usd = row.number("total_cost_usd").filter(cost -> cost > 0).orElse(0.0);
        if (answers.isEmpty()) {
            if (total > 0 || usd > 0) changed.add(HOMELESS.formatted(total, usd));
            return Map.of();
        }
        var sum = answers.stream().mapToLong(OldMessage::tokens).sum();
        var costs = new HashMap<OldMessage, Cost>();
        for (var answer : answers) {
            var beyond = answer == answers.getLast() ? Math.max(0, total - sum) : 0;
            var tokens = answer.tokens() + beyond;
            var share = Math.max(total, sum) > 0
                    ? (double) tokens / Math.max(total, sum)
                    : answer == answers.getLast() ? 1 : 0;
            costs.put(answer, new Cost((int) Math.min(tokens, Integer.MAX_VALUE), usd * share));
        }
        return costs;
    }

    private static List<Said> said(Tenant tenant, String chat, List<Timed> timed, Map<OldMessage, Cost> costs) {
        var places = new HashMap<Long, Integer>();
        var said = new ArrayList<Said>();
        for (var one : timed) {
            var message = one.message();
            var place = places.merge(one.at().toEpochMilli(), 1, Integer::sum) - 1;
            var cost = costs.getOrDefault(message, Cost.NONE);
            said.add(new Said(
                    MintedId.of(one.at(), place, tenant.id(), chat, message.name()),
                    message.role().orElseThrow(),
                    message.text(),
                    one.at(),
                    cost.equals(Cost.NONE) ? message.model() : message.model().or(() -> Optional.of(UNKNOWN)),
                    cost.tokens(),
                    cost.usd()));
        }
        return said;
    }

    /** There is no place here for these. */
    Map<String, Object> kept() {
        var kept = new LinkedHashMap<String, Object>();
        for (var column : Set.of("metadata", "last_token_update", "message_count")) {
            var value = row.columns().get(column);
            if (value != null && !Set.of("", "{}").contains(value)) kept.put(column, value);
        }
        return kept;
    }
}
