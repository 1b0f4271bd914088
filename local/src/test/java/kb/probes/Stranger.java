package kb.probes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import kb.http.Access;
import kb.http.Method;
import kb.http.Route;

/**
 * Somebody who asks for what is not theirs.
 *
 * @param newcomer somebody like them who was never here, by number
 * @param own ids of things that are theirs, by the name of the path parameter
 * @param hidden words that no answer to them may hold
 */
record Stranger(
        String name,
        Circle circle,
        Access role,
        Map<String, String> headers,
        IntFunction<Map<String, String>> newcomer,
        Map<String, String> own,
        List<String> hidden) {
    private static final Set<String> UPLOADS =
            Set.of("POST /documents", "POST /documents/uploads", "POST /pdf/parse-pdf", "POST /kb/upload-to-kb");

    enum Circle {
        /** The owner themself, to whom only what was erased is strange. */
        SELF,
        /** Of the same tenant: its documents are theirs too. */
        COLLEAGUE,
        OUTSIDER,
        /** Without a token that counts. */
        NOBODY
    }

    /** Whether this must look to them like something nobody has. */
    boolean mustNotKnow(Route route, Secret secret) {
        if (circle == Circle.OUTSIDER || circle == Circle.NOBODY) return true;
        if (role.compareTo(route.access()) < 0) return true;
        // which names and which bytes a tenant had is its own knowledge: they decide of versions
        if (UPLOADS.contains(route.method() + " " + route.path())) return false;
        return switch (secret.note()) {
            case OF_DOCUMENTS -> false;
            case OF_CHATS -> circle == Circle.COLLEAGUE;
            // whoever deletes once more what is being erased gets the receipt again
            case BEING_ERASED -> route.method() != Method.DELETE;
            case ERASED -> true;
        };
    }
}
