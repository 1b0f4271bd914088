package kb.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One change of a transaction. An expired item counts as absent. */
public sealed interface Write {
    Key key();

    Condition condition();

    static Write put(Item item) {
        return new Put(item, Condition.ALWAYS);
    }

    static Write put(Item item, Condition condition) {
        return new Put(item, condition);
    }

    static Write delete(Key key) {
        return new Delete(key, Condition.ALWAYS);
    }

    record Put(Item item, Condition condition) implements Write {
        @Override
        public Key key() {
            return item.key();
        }
    }

    /** Deleting what is not there is fine, unless the condition says otherwise. */
    record Delete(Key key, Condition condition) implements Write {}

    /** Changes nothing, but the transaction happens only when the condition holds. */
    record Check(Key key, Condition condition) implements Write {
        public Check {
            if (condition.equals(Condition.ALWAYS)) throw new IllegalArgumentException("a check has a condition");
        }
    }

    /**
     * Adds to numbers of one item; a missing or expired item and a missing attribute count as 0.
     *
     * @param amounts by attribute; never empty
     * @param expires when the item expires from now on; it stays as it was when nothing is said
     */
    record Add(Key key, Map<String, Long> amounts, Optional<Instant> expires) implements Write {
        public Add {
            amounts = Map.copyOf(amounts);
            if (amounts.isEmpty()) throw new IllegalArgumentException("an addition adds something");
        }

        public Add(Key key, String attribute, long amount) {
            this(key, Map.of(attribute, amount), Optional.empty());
        }

        @Override
        public Condition condition() {
            return Condition.ALWAYS;
        }
    }
}
