package kb;

import java.util.Map;
import java.util.Set;
import kb.api.Limits;
import kb.files.ObjectStore;
import kb.search.Space;

/**
 * A part of what a caller may rely on, whichever front end is reached: default tests, which every front end implements.
 *
 * <p>Every test runs as people of a tenant of its own.
 */
public interface Contract {
    TestTwin twin();

    FrontEnd frontEnd();

    default Limits limits() {
        return twin().limits();
    }

    /** Whether there are copies, for a while, of what was erased. */
    default boolean keepsBackups() {
        return false;
    }

    /** Where the front end keeps its files, for a look from beside. */
    default ObjectStore objects() {
        return twin().objects();
    }

    /** Where it searches. */
    default Set<Space> serving() throws Exception {
        return twin().app().background().migration().serving();
    }

    Client as(String role);

    default FrontEnd.Reply anonymously(String method, String target, Map<String, String> headers) throws Exception {
        return frontEnd().send(new FrontEnd.Call(method, target, headers, new byte[0]));
    }

    default FrontEnd.Reply anonymously(String method, String target) throws Exception {
        return anonymously(method, target, Map.of());
    }
}
