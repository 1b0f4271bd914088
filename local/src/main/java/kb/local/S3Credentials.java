package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** What a client of the embedded S3 server signs with: made once for each data folder and kept there. */
public record S3Credentials(String accessKey, String secretKey) {
    static final String FILE = "s3-credentials";

    public static S3Credentials in(Path folder, SecureRandom random) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) create(file, random);
        var stored = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        var accessKey = stored.getProperty("access_key", "");
        var secretKey = stored.getProperty("secret_key", "");
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            throw new IOException(file + " is damaged: delete it and start again");
        }
        return new S3Credentials(accessKey, secretKey);
    }

    /** Nobody else can read the file, at no moment, and half of it never stands under its name. */
    private static void create(Path file, SecureRandom random) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        Private.newFile(draft);
        var keys = drawn(random);
        var text = "access_key=%s%nsecret_key=%s%n".formatted(keys.accessKey(), keys.secretKey());
        Files.writeString(draft, text, StandardOpenOption.WRITE);
        Files.move(draft, file);
    }

    /** New ones, kept nowhere. */
    static S3Credentials drawn(SecureRandom random) {
        return new S3Credentials(hex(random, 10), hex(random, 32));
    }

    private static String hex(SecureRandom random, int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "S3Credentials[" + accessKey + "]";
    }
}
