package kb.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kb.App;

/** Writes a backup file by file; only its owner can read it, and it is no backup before it is finished. */
final class BackupWriter implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final Path list;
    private final OutputStream lines;
    private final MessageDigest listed = Sha256.digest();
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** @param list where to note meanwhile what is in it */
    BackupWriter(Path file, Path list) throws IOException {
        this.list = list;
        this.lines = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(list)), listed);
        this.channel = FileChannel.open(Private.newFile(file), StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /** PDFs and what is made of them are compressed already, or do not compress. */
    void addObject(String name, Path file) throws IOException {
        add(BackupEntry.OBJECTS + name, file, FileAttributes.of(file), Deflater.NO_COMPRESSION);
    }

    void add(String name, Path file) throws IOException {
        add(name, file, Map.of(), Deflater.BEST_SPEED);
    }

    private void add(String name, Path file, Map<String, byte[]> attributes, int compression) throws IOException {
        try (var in = Files.newInputStream(file)) {
            zip.setLevel(compression);
            zip.putNextEntry(new ZipEntry(name));
            var digest = Sha256.digest();
            var length = in.transferTo(new DigestOutputStream(zip, digest));
            zip.closeEntry();
            var entry = new BackupEntry(name, length, HexFormat.of().formatHex(digest.digest()), attributes);
            lines.write(JSON.writeValueAsBytes(entry));
            lines.write('\n');
            entries.incrementAndGet();
            bytes.addAndGet(length);
        }
    }

    /** What it holds so far, in bytes. */
    long bytes() {
        return bytes.get();
    }

    /** Writes the rest, down to the disk. */
    BackupManifest finish(long documents, Instant madeAt) throws IOException {
        lines.flush();
        var manifest = new BackupManifest(
                BackupManifest.FORMAT,
                App.version(),
                madeAt.toString(),
                documents,
                entries.get(),
                bytes.get(),
                HexFormat.of().formatHex(listed.digest()));
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(BackupManifest.ENTRIES));
        Files.copy(list, zip);
        zip.putNextEntry(new ZipEntry(BackupManifest.FILE));
        zip.write(JSON.writeValueAsBytes(manifest));
        zip.finish();
        zip.flush();
        channel.force(true);
        return manifest;
    }

    @Override
    public void close() throws IOException {
        try (channel;
                lines) {
            zip.close();
        }
    }
}
