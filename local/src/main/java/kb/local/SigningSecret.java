package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import kb.jwt.Secret;

/** What tokens are signed with when nobody configured anything: made once for each data directory and kept there. */
final class SigningSecret {
    static final String FILE = "jwt-secret";

    private SigningSecret() {}

    /** Nobody else can read the file, at no moment. */
    static Secret in(Path data, SecureRandom random) throws IOException {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            var drawn = new byte[48];
            random.nextBytes(drawn);
            var draft = file.resolveSibling(FILE + ".new");
            Files.deleteIfExists(draft);
            Private.newFile(draft);
            Files.writeString(draft, Base64.getEncoder().encodeToString(drawn), StandardOpenOption.WRITE);
            Files.move(draft, file);
        }
        try {
            return Secret.of(Files.readString(file).strip());
        } catch (IllegalArgumentException | IOException unusable) {
            throw new IllegalStateException(
                    "%s cannot be used: delete it, and a new one is made; tokens signed so far end with it"
                            .formatted(file),
                    unusable);
        }
    }
}
