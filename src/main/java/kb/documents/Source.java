package kb.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import kb.people.Person;
import kb.people.Tenant;

/**
 * What was uploaded, by whom and when.
 *
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param uploadedBy a name for people to read
 * @param uploader the id of that person; of documents that were stored before it was noted, empty
 * @param corrections which of the document's files holds the chunks that a person looked through and uploaded with it; empty where
 *     the PDF came alone
 */
public record Source(
        String sha256,
        long sizeBytes,
        String uploadedBy,
        Optional<String> uploader,
        Instant uploadDate,
        Optional<String> corrections) {
    public Source {
        uploader = uploader == null ? Optional.empty() : uploader;
        corrections = corrections == null
                ? Optional.empty()
                : corrections; // documents that were stored before there were any
    }

    public Source(String sha256, long sizeBytes, String uploadedBy, Optional<String> uploader, Instant uploadDate) {
        this(sha256, sizeBytes, uploadedBy, uploader, uploadDate, Optional.empty());
    }

    /** Where nobody knows any more who uploaded it. */
    public Source(String sha256, long sizeBytes, String uploadedBy, Instant uploadDate) {
        this(sha256, sizeBytes, uploadedBy, Optional.empty(), uploadDate);
    }

    public static final Failure GONE = new Failure("source_missing", "the PDF itself is gone; upload it again");

    public static final Failure CHANGED = new Failure(
            "checksum_mismatch", "the bytes that came are not those that were announced; upload them again");

    /** After these, what lies in storage is of no use. */
    static final Set<String> MISSING = Set.of(GONE.code(), CHANGED.code(), PdfMark.MISSING.code());

    Source of(long bytes) {
        return new Source(sha256, bytes, uploadedBy, uploader, uploadDate, corrections);
    }

    Source corrected(String file) {
        return new Source(sha256, sizeBytes, uploadedBy, uploader, uploadDate, Optional.of(file));
    }

    /** Whether these are the bytes: who asks the store for them need not trust it. */
    public boolean isIn(Path file) {
        try (var digest = new DigestOutputStream(OutputStream.nullOutputStream(), hash())) {
            Files.copy(file, digest);
            return sha256.equals(
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Who uploaded it, where that is known. */
    public Optional<Person> uploader(Tenant tenant) {
        return uploader.map(id -> new Person(tenant, id, uploadedBy));
    }

    private static MessageDigest hash() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
