package kb.crash;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a caller was told by answers that arrived. */
final class Noted {
    private final Set<String> documents = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean done = new AtomicBoolean();

    /** This document is theirs to keep. */
    void document(String id) {
        documents.add(id);
    }

    void done() {
        done.set(true);
    }

    Set<String> documents() {
        return Set.copyOf(documents);
    }

    boolean isDone() {
        return done.get();
    }
}
