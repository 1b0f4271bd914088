package kb.store;

import java.util.Set;

/** What became of a transaction. */
public sealed interface Outcome {
    record Done() implements Outcome {}

    /** Nothing was written. @param failed positions of the writes whose condition did not hold */
    record Refused(Set<Integer> failed) implements Outcome {
        public Refused {
            failed = Set.copyOf(failed);
        }
    }
}
