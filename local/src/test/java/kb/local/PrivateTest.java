package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who else on this machine can open what a twin keeps. */
class PrivateTest {
    @TempDir
    Path folder;

    @Test
    void a_data_directory_that_we_make_is_private_and_so_is_all_in_it() throws Exception {
        var data = DataDirectory.open(folder.resolve("srv/data"));
        assertEquals(
                Map.of(
                        "",
                        "rwx------",
                        "index",
                        "rwx------",
                        "jwt-secret",
                        "rw-------",
                        "kb.db",
                        "rw-------",
                        "kb.db-shm",
                        "rw-------",
                        "kb.db-wal",
                        "rw-------",
                        "lock",
                        "rw-------"),
                rightsAtWork(data));
    }

    @Test
    void a_folder_that_is_there_keeps_its_rights_and_what_we_have_in_it_becomes_private() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        Files.createDirectory(data.resolve("index"));
        for (var name : new String[] {"kb.db", "kb.db-wal", "lock"}) Files.createFile(data.resolve(name));
        rights(data, "rwxr-xr-x");
        rights(data.resolve("index"), "rwxr-xr-x");
        for (var name : new String[] {"kb.db", "kb.db-wal", "lock"}) rights(data.resolve(name), "rw-r--r--");

        var rights = rightsAtWork(DataDirectory.open(data));
        assertEquals("rwxr-xr-x", rights.remove(""));
        assertEquals("rwx------", rights.remove("index"));
        for (var file : rights.entrySet()) assertEquals("rw-------", file.getValue(), file.getKey());
    }

    @Test
    void a_file_system_without_rights_will_do() throws Exception {
        try (var archive = FileSystems.newFileSystem(folder.resolve("some.zip"), Map.of("create", "true"))) {
            var made = Private.folder(archive.getPath("/a/b"));
            Files.writeString(Private.newFile(made.resolve("c")), "kept");
            assertEquals(made, Private.folder(made));
            assertEquals("kept", Files.readString(Private.file(made.resolve("c"))));
        }
    }

    /** Of the folder and of what lies in it, while it is in use. */
    private static Map<String, String> rightsAtWork(Path data) throws IOException {
        SigningSecret.in(data, new SecureRandom());
        try (var lock = DataDirectory.lock(data);
                var database = new SqliteDatabase(data.resolve("kb.db"));
                var _ = new LuceneSpaces(data.resolve("index"));
                var files = Files.list(data)) {
            assertEquals(true, lock.isValid());
            database.write(
                    session -> session.connection().createStatement().execute("CREATE TABLE IF NOT EXISTS a (b)"));
            var rights = new TreeMap<>(Map.of("", rights(data)));
            for (var file : files.toList()) rights.put(file.getFileName().toString(), rights(file));
            return rights;
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void rights(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
}
