package kb.store;

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

    /** Adds to a number; a missing item or attribute counts as 0. */
    record Add(Key key, String attribute, long amount) implements Write {
        @Override
        public Condition condition() {
            return Condition.ALWAYS;
        }
    }
}
