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
 * <p>A turn whose process dies ends by itself soon after its request would have had to. One that is promised, for a stream that
 * somebody else is to run, ends by itself after ten seconds unless it was begun by then.
 */
public final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PROMISED = Duration.ofSeconds(10);
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

    /** Another turn of the chat is under way: the one that was promised was begun too late. */
    public static final class Missed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final UUID chatId;

        Missed(UUID chatId) {
            super("another turn was begun meanwhile", null, false, false);
            this.chatId = chatId;
        }

        public UUID chatId() {
            return chatId;
        }
    }

    /** Nobody else begins one in this chat until its work is done. */
    public final class Turn {
        private final UUID chatId;
        private final Key key;
        private final String holder;
        private final boolean promised;

        private Turn(UUID chatId, Key key, boolean promised) {
            this.chatId = chatId;
            this.key = key;
            this.holder = newId.get().toString();
            this.promised = promised;
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

        /** Does the work, and the turn is over. @throws Missed when it was promised and comes too late */
        public <T> T of(Supplier<T> work) {
            if (promised && !kept()) throw new Missed(chatId);
            try {
                return work.get();
            } finally {
                end(this);
            }
        }

        private boolean kept() {
            return marked(longest(), Condition.is(HOLDER, holder)) || marked(longest(), Condition.ABSENT);
        }

        private boolean marked(Duration time, Condition when) {
            var until = clock.instant().plus(time);
            var mark = Write.put(new Item(key, Map.of(HOLDER, holder), Optional.of(until)), when);
            if (table.write(mark) instanceof Outcome.Done) return true;
            // the store may have been asked twice, because its first answer was lost
            return table.get(key)
                    .filter(item -> item.text(HOLDER).equals(holder))
                    .isPresent();
        }
    }

    /** Empty while another turn of the chat is under way. */
    public Optional<Turn> begin(Tenant tenant, UUID chatId) {
        return turn(tenant, chatId, false);
    }

    /** The same for a turn that is to be done soon. */
    public Optional<Turn> promise(Tenant tenant, UUID chatId) {
        return turn(tenant, chatId, true);
    }

    private Optional<Turn> turn(Tenant tenant, UUID chatId, boolean promised) {
        var turn = new Turn(chatId, new Key("messages#" + tenant.id() + "#" + chatId, TURN), promised);
        return turn.marked(promised ? PROMISED : longest(), Condition.ABSENT) ? Optional.of(turn) : Optional.empty();
    }

    private static Duration longest() {
        return Deadline.left(LONGEST).plus(GRACE);
    }

    private void end(Turn turn) {
        try {
            table.write(new Write.Delete(turn.key, Condition.is(HOLDER, turn.holder)));
        } catch (Unavailable down) {
            LOG.warn("a chat takes no question until its last turn has run out", down);
        }
    }
}
