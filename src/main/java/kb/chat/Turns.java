package kb.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kb.outside.Deadline;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.Outcome;
import kb.store.Table;
import kb.store.Write;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn at a time in each chat, in whatever process: two at once would each miss what the other says.
 *
 * <p>A turn whose process dies ends by itself soon after its request would have had to.
 */
public final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String TURN = "turn";
    private static final String HOLDER = "holder";

    private final Table table;
    private final Supplier<UUID> newId;
    private final Clock clock;

    public Turns(Table table, Supplier<UUID> newId, Clock clock) {
        this.table = table;
        this.newId = newId;
        this.clock = clock;
    }

    /** Nobody else begins one in this chat until its work is done. */
    public final class Turn {
        private final Key key;
        private final String holder;

        private Turn(Key key, String holder) {
            this.key = key;
            this.holder = holder;
        }

        /** Prepares the turn; when that fails, the turn is over. */
        public <T> T unless(Supplier<T> preparation) {
            try {
                return preparation.get();
            } catch (RuntimeException failed) {
                end(this);
                throw failed;
            }
        }

        /** Does the work, and the turn is over. */
        public <T> T of(Supplier<T> work) {
            try {
                return work.get();
            } finally {
                end(this);
            }
        }
    }

    /** Empty while another turn of the chat is under way. */
    public Optional<Turn> begin(Tenant tenant, UUID chatId) {
        var key = new Key("messages#" + tenant.id() + "#" + chatId, TURN);
        var holder = newId.get().toString();
        var until = clock.instant().plus(Deadline.left(LONGEST)).plus(GRACE);
        var mark = Write.put(new Item(key, Map.of(HOLDER, holder), Optional.of(until)), Condition.ABSENT);
        if (table.write(mark) instanceof Outcome.Done) return Optional.of(new Turn(key, holder));
        // the store may have been asked twice, because its first answer was lost
        var ours = table.get(key).filter(item -> item.text(HOLDER).equals(holder));
        return ours.map(_ -> new Turn(key, holder));
    }

    private void end(Turn turn) {
        try {
            table.write(new Write.Delete(turn.key, Condition.is(HOLDER, turn.holder)));
        } catch (Unavailable down) {
            LOG.warn("a chat takes no question until its last turn has run out", down);
        }
    }
}
