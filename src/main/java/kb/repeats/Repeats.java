package kb.repeats;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kb.outside.Deadline;
import kb.outside.Unavailable;
import kb.people.Person;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.Outcome;
import kb.store.Sha256;
import kb.store.Table;
import kb.store.Write;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what was answered under a person's keys, so that a request that is sent again is not done again.
 *
 * <p>Promised, for 24 hours: of all requests with one key, one at a time is worked on, and after one is done none is. What is
 * written together with its {@link Note} is written once, whatever crashes. Not promised: that work is never begun twice. After a
 * crash the key is free when the time of its request is over, and whatever the work did by then outside that one transaction
 * (asking a model, or all of it where the note is kept afterwards) may be done again. What failed leaves its key free.
 */
public final class Repeats {
    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);

    private static final Duration KEPT = Duration.ofHours(24);
    /** The time of a request that has no deadline. */
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** A mark outlives its request by this, so that one that ends late is not done twice at once. */
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** Characters: 3 bytes each at most, and an item has 400 KB. */
    private static final int LARGEST = 130_000;

    private static final String REQUEST = "request";
    private static final String ATTEMPT = "attempt";
    private static final String RUNNING = "running";
    private static final String ANSWER = "answer";

    private final Table table;
    private final Supplier<UUID> newId;
    private final Clock clock;

    public Repeats(Table table, Supplier<UUID> newId, Clock clock) {
        this.table = table;
        this.newId = newId;
        this.clock = clock;
    }

    /** @param request what is asked for, hashed */
    public Start begin(Person person, String key, String request) {
        var attempt = new Attempt(
                new Key("keys#" + person.tenant().id() + "#" + Sha256.hex(person.id()), "key#" + Sha256.hex(key)),
                request,
                newId.get().toString());
        while (true) {
            var mark =
                    item(attempt, Map.of(RUNNING, true), Deadline.left(LONGEST).plus(GRACE));
            if (table.write(Write.put(mark, Condition.ABSENT)) instanceof Outcome.Done) return new Start.Begun(attempt);
            var found = table.get(attempt.key());
            if (found.isPresent()) return found(found.get(), attempt);
        }
    }

    private static Start found(Item row, Attempt attempt) {
        if (row.text(ATTEMPT).equals(attempt.id())) return new Start.Begun(attempt);
        if (!row.text(REQUEST).equals(attempt.request())) return new Start.OtherRequest();
        if (row.attributes().containsKey(RUNNING)) return new Start.Running();
        return answer(row).<Start>map(Start.Answered::new).orElseGet(Start.AnsweredAtLength::new);
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, String>> answer(Item row) {
        return Optional.ofNullable((Map<String, String>) row.attributes().get(ANSWER));
    }

    private Item item(Attempt attempt, Map<String, ?> state, Duration kept) {
        var attributes = new java.util.TreeMap<String, Object>(state);
        attributes.put(REQUEST, attempt.request());
        attributes.put(ATTEMPT, attempt.id());
        return new Item(attempt.key(), attributes, Optional.of(clock.instant().plus(kept)));
    }

    public Note note(Attempt attempt) {
        return answer -> {
            var size = answer.values().stream().mapToInt(String::length).sum();
            var state = size <= LARGEST ? Map.of(ANSWER, answer) : Map.<String, Object>of();
            return List.of(Write.put(item(attempt, state, KEPT), atIt(attempt)));
        };
    }

    /** Keeps the answer of work that is done; when it cannot be kept, the work is done all the same. */
    public void keep(Note note, Map<String, String> answer) {
        try {
            var overtaken = table.write(note.of(answer)) instanceof Outcome.Refused;
            if (overtaken) LOG.warn("an answer came too late to be kept for a repeat");
        } catch (Unavailable down) {
            LOG.warn("an answer is not kept for a repeat", down);
        }
    }

    /** Nothing was done under the key, or it failed; what was kept stays. */
    public void free(Attempt attempt) {
        table.write(List.of(new Write.Delete(attempt.key(), atIt(attempt))));
    }

    private static Condition atIt(Attempt attempt) {
        return Condition.all(Condition.is(ATTEMPT, attempt.id()), Condition.is(RUNNING, true));
    }
}
