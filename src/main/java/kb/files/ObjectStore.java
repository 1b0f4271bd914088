package kb.files;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    /** The first bytes of an object, as many as there are. */
    Optional<byte[]> beginning(String name, int most);

    /** In bytes; empty when there is no such object. */
    Optional<Long> size(String name);

    /** Writes an object over a file and says whether there was one. */
    boolean download(String name, Path file);

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

    /**
     * An address that takes exactly the announced bytes, as an object that is not there yet, for a while.
     *
     * @param sha256 of the bytes, in hexadecimal
     */
    WriteAddress writeAddress(String name, String mediaType, long bytes, String sha256, Duration validity);

    /** The origin of the addresses that it gives out; empty when no browser is to reach it. */
    default Optional<String> origin() {
        return Optional.empty();
    }

    /** Where and how to PUT. @param headers to be sent as they stand; without them the signature does not fit */
    record WriteAddress(URI url, Map<String, String> headers) {
        public WriteAddress {
            headers = Map.copyOf(headers);
        }
    }
}
