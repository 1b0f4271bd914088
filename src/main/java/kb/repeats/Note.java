package kb.repeats;

import java.util.List;
import java.util.Map;
import kb.store.Write;

/** What is written together with the work, so that it is known to be done and what was answered. */
@FunctionalInterface
public interface Note {
    /** Where nobody gave a key. */
    Note NONE = _ -> List.of();

    /**
     * The writes are refused when the attempt has lost its key.
     *
     * @param answer what it takes to answer again
     */
    List<Write> of(Map<String, String> answer);
}
