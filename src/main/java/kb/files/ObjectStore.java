package kb.files;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kb.outside.Health;

/**
 * Objects by name, each written once or rewritten with the same content.
 *
 * <p>Every method throws {@link kb.outside.Unavailable} when the store does not answer.
 */
public interface ObjectStore extends Health {
    void put(String name, String mediaType, byte[] content);

    Optional<byte[]> get(String name);

    /** Deletes all of them; those that do not exist are fine. */
    void delete(List<String> names);

    /** All names that start so. */
    List<String> names(String prefix);

    /**
     * An address that lets whoever holds it read the object, and nothing else, for a while.
     *
     * @param filename what a browser calls the download
     */
    URI readAddress(String name, String filename, Duration validity);
}
