package kb.config;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Origins as browsers name them: scheme, host and perhaps a port (RFC 6454, 6.2); never {@code *}, never a path. */
final class Origins {
    private Origins() {}

    /** With commas between them; empty when one is none. */
    static Optional<Set<String>> list(String text) {
        var origins = Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
        return origins.stream().allMatch(Origins::isOrigin) ? Optional.of(origins) : Optional.empty();
    }

    static boolean isOrigin(String text) {
        return text.matches("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?") && hasHost(text);
    }

    private static boolean hasHost(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (java.net.URISyntaxException notAnAddress) {
            return false;
        }
    }
}
