package kb.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kb.App;

/**
 * A backup that is read again. What it does not hold exactly as it was written is refused.
 *
 * <p>Every refusal is an {@link IllegalStateException} whose message says what to do.
 */
final class BackupFile implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    /** A manifest has a few hundred bytes. */
    private static final int LARGEST_MANIFEST = 100_000;

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifest = readManifest();
    }

    static BackupFile open(Path file) {
        if (Files.isDirectory(file))
            throw new IllegalStateException("%s is a folder: name the file that kb backup wrote".formatted(file));
        if (!Files.exists(file))
            throw new IllegalStateException("there is no %s: name the file that kb backup wrote".formatted(file));
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new BackupFile(file, zip);
            } catch (IOException | RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "%s is no backup, or not all of one, or not yours to read: name a whole file that kb backup wrote"
                            .formatted(file),
                    unreadable);
        }
    }

    private BackupManifest readManifest() throws IOException {
        var entry = zip.getEntry(BackupManifest.FILE);
        if (entry == null || zip.getEntry(BackupManifest.ENTRIES) == null)
            throw new IllegalStateException(
                    "%s is no backup of a Knowledge Base: name a file that kb backup wrote".formatted(file));
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(LARGEST_MANIFEST);
            var checksum = new CRC32();
            checksum.update(bytes);
            if (checksum.getValue() != entry.getCrc()) throw damaged(BackupManifest.FILE, null);
            var json = JSON.readTree(bytes);
            checkFormat(json);
            return JSON.treeToValue(json, BackupManifest.class);
        } catch (JsonProcessingException unreadable) {
            throw damaged(BackupManifest.FILE, unreadable);
        }
    }

    /** Before anything else is read, for another format may have other fields. */
    private void checkFormat(JsonNode json) {
        var format = json.path("format").asInt();
        if (format == BackupManifest.FORMAT) return;
        throw new IllegalStateException(
                "%s is a backup in format %d, and this Knowledge Base %s reads format %d: restore it with version %s or newer"
                        .formatted(
                                file,
                                format,
                                App.version(),
                                BackupManifest.FORMAT,
                                json.path("product").asText()));
    }

    BackupManifest manifest() {
        return manifest;
    }

    /** Where an entry is to be written. */
    @FunctionalInterface
    interface Place {
        Path of(BackupEntry entry) throws IOException;
    }

    /** Writes all files, and fails as soon as one is not what it was; what is written then is worth nothing. */
    void extract(Place place, Consumer<String> progress) throws IOException {
        var digest = Sha256.digest();
        var entries = 0L;
        try (var lines = lines(digest)) {
            for (var line = line(lines); line != null; line = line(lines)) {
                extract(entry(line), place);
                progress.accept("restored %d of %d files".formatted(++entries, manifest.entries()));
            }
        }
        var listed = HexFormat.of().formatHex(digest.digest());
        if (!listed.equals(manifest.entriesSha256()) || entries != manifest.entries())
            throw damaged(BackupManifest.ENTRIES, null);
        if (zip.size() != entries + 2) throw damaged("its table of contents", null);
    }

    private BufferedReader lines(MessageDigest digest) throws IOException {
        var in = new DigestInputStream(open(zip.getEntry(BackupManifest.ENTRIES)), digest);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private String line(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException unreadable) {
            throw damaged(BackupManifest.ENTRIES, unreadable);
        }
    }

    private BackupEntry entry(String line) {
        try {
            var entry = JSON.readValue(line, BackupEntry.class);
            if (entry.isKnown()) return entry;
            throw new IllegalStateException("%s holds %s, which no backup holds: name a file that kb backup wrote"
                    .formatted(file, entry.name()));
        } catch (JsonProcessingException unreadable) {
            throw damaged(BackupManifest.ENTRIES, unreadable);
        }
    }

    private void extract(BackupEntry entry, Place place) throws IOException {
        var stored = zip.getEntry(entry.name());
        if (stored == null) throw damaged(entry.name(), null);
        var digest = Sha256.digest();
        var target = place.of(entry);
        try (var in = open(stored);
                var out = Files.newOutputStream(target)) {
            if (copy(in, out, digest, entry) != entry.bytes()) throw damaged(entry.name(), null);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) throw damaged(entry.name(), null);
        FileAttributes.set(target, entry.attributes());
    }

    private InputStream open(ZipEntry entry) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (IOException unreadable) {
            throw damaged(entry.getName(), unreadable);
        }
    }

    /** A fault of the backup is told from one of the disk that is written to. */
    private long copy(InputStream in, OutputStream out, MessageDigest digest, BackupEntry entry) throws IOException {
        var buffer = new byte[65_536];
        var total = 0L;
        while (total <= entry.bytes()) {
            var read = read(in, buffer, entry);
            if (read < 0) break;
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
            total += read;
        }
        return total;
    }

    private int read(InputStream in, byte[] buffer, BackupEntry entry) {
        try {
            return in.read(buffer);
        } catch (IOException unreadable) {
            throw damaged(entry.name(), unreadable);
        }
    }

    private IllegalStateException damaged(String where, Exception cause) {
        return new IllegalStateException(
                "%s is damaged (%s): restore from another copy of it".formatted(file, where), cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
