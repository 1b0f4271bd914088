package kb.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A PDF on this machine. @param filename what it is to be called there */
record LocalPdf(Path file, String filename) {
    /** What its bytes are known by. */
    record Print(String sha256, long bytes) {}

    /** @throws Refused when it cannot be read */
    Print print() {
        try (var digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
            var bytes = Files.copy(file, digest);
            return new Print(HexFormat.of().formatHex(digest.getMessageDigest().digest()), bytes);
        } catch (IOException unreadable) {
            throw new Refused(400, "unreadable", "it cannot be read: give yourself the right to");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
