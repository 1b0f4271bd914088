package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** What a person sees when it cannot start: one sentence that says what to do, and nothing else. */
@Timeout(60)
class CannotStartTest {
    @TempDir
    Path folder;

    @Test
    void a_port_that_is_taken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(other.getLocalPort());
            assertRefused(
                    Map.of("PORT", port),
                    "port %s on 127.0.0.1 is taken: stop what listens there, or set PORT to another".formatted(port));
        }
    }

    @Test
    void a_host_that_is_not_this_machine() throws Exception {
        assertRefused(
                Map.of("HOST", "192.0.2.1", "PORT", "8123"),
                "cannot listen on port 8123 of 192.0.2.1: set PORT to another, or HOST to an address of this machine");
        assertRefused(
                Map.of("HOST", "no such host"),
                "there is no address no such host: set HOST to 127.0.0.1, 0.0.0.0 or an address of this machine");
    }

    @Test
    void a_data_directory_that_is_a_file() throws Exception {
        var file = Files.createFile(folder.resolve("notes.txt"));
        assertRefused(
                Map.of("DATA_DIR", "notes.txt"),
                "the data directory %s is a file: set DATA_DIR to a folder".formatted(file));
    }

    @Test
    void a_data_directory_that_cannot_be_written() throws Exception {
        var below = Files.createFile(folder.resolve("notes.txt")).resolve("data");
        for (var unwritable : new Path[] {below, Path.of("/proc/knowledge-base")}) {
            assertRefused(
                    Map.of("DATA_DIR", unwritable.toString()),
                    "the data directory %s is not writable: make it so, or set DATA_DIR to another"
                            .formatted(unwritable));
        }
    }

    @Test
    void a_data_directory_that_another_twin_uses() throws Exception {
        try (var other = TwinProcess.in(folder)) {
            assertRefused(
                    Map.of(),
                    "another Knowledge Base uses the data directory %s: stop it, or set DATA_DIR to another"
                            .formatted(folder.resolve("data")));
            assertEquals("", other.errors());
        }
    }

    @Test
    void a_database_that_another_program_holds() throws Exception {
        var file = Files.createDirectories(folder.resolve("data")).resolve("kb.db");
        var exclusive = new SQLiteConfig();
        exclusive.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        try (var other = exclusive.createConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE held (id)");
            assertRefused(Map.of(), "another program uses the database %s: stop it first".formatted(file));
        }
    }

    @Test
    void a_database_that_is_none() throws Exception {
        var file = Files.createDirectories(folder.resolve("data")).resolve("kb.db");
        Files.writeString(file, "not a database ".repeat(100));
        assertRefused(
                Map.of(),
                "cannot use the database %s (SQLITE_NOTADB): put a copy of it there, or set DATA_DIR to another folder"
                        .formatted(file));
    }

    @Test
    void settings_that_are_wrong_all_at_once_and_no_secret_shown() throws Exception {
        assertRefused(
                Map.of("PORT", "eighty", "JWT_SECRET_KEY", "hunter2", "ALLOWED_ORIGINS", "*"),
                "JWT_SECRET_KEY must have at least 32 bytes; make one with: openssl rand -base64 48",
                "ALLOWED_ORIGINS must be origins such as https://app.example.org, with commas between them",
                "PORT must be a whole number from 0 to 65535");
    }

    @Test
    void a_kept_secret_that_is_damaged() throws Exception {
        var file = Files.createDirectories(folder.resolve("data")).resolve("jwt-secret");
        Files.writeString(file, "short");
        assertRefused(
                Map.of(), file + " cannot be used: delete it, and a new one is made; tokens signed so far end with it");
    }

    @Test
    void a_settings_file_with_lines_that_are_no_settings() throws Exception {
        Files.writeString(folder.resolve(".env"), """
                # mine
                export PORT=0
                JWT_SECRET_KEY: hunter2

                =8009
                """);
        assertRefused(
                Map.of(),
                "line 3 of .env must be NAME=value, or begin with #",
                "line 5 of .env must be NAME=value, or begin with #");
    }

    @Test
    void a_settings_file_that_is_no_text() throws Exception {
        Files.write(folder.resolve(".env"), "NAME=é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(Map.of(), ".env cannot be read: make it a text file in UTF-8 that you may read, or remove it");
    }

    private void assertRefused(Map<String, String> settings, String... sentences) throws Exception {
        var all = new java.util.TreeMap<>(settings);
        all.putIfAbsent("PORT", "0");
        var expected = new StringBuilder();
        for (var sentence : sentences)
            expected.append("cannot start: ").append(sentence).append('\n');
        assertEquals(new TwinProcess.Ended(1, "", expected.toString()), TwinProcess.run(folder, all, "serve"));
    }
}
