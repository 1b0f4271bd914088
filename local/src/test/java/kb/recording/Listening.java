package kb.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import kb.lambda.DeployedStack;

/**
 * A built folder whose SDK tells what it is asked for: the same files, and one library more, in which the SDK finds an
 * interceptor.
 */
public final class Listening {
    private static final String INTERCEPTORS = "software/amazon/awssdk/global/handlers/execution.interceptors";

    private final Path built;
    private final Path notes;

    /** @param folder where it is made, and where the notes are kept */
    public Listening(Path original, Path folder) throws IOException {
        built = Files.createDirectories(folder.resolve("built"));
        notes = Files.createDirectories(folder.resolve("notes"));
        linked(original, built, "lib");
        linked(original.resolve("lib"), Files.createDirectories(built.resolve("lib")), "");
        try (var jar = new JarOutputStream(Files.newOutputStream(built.resolve("lib/recording.jar")))) {
            add(jar, INTERCEPTORS, RecordedCalls.class.getName().getBytes());
            for (var type : Set.of(RecordedCalls.class, Permission.class)) {
                var name = type.getName().replace('.', '/') + ".class";
                add(jar, name, type.getResourceAsStream("/" + name).readAllBytes());
            }
        }
    }

    private static void linked(Path from, Path to, String except) throws IOException {
        try (var entries = Files.list(from)) {
            for (var entry : entries.toList()) {
                var name = entry.getFileName().toString();
                if (!name.equals(except)) Files.createSymbolicLink(to.resolve(name), entry.toAbsolutePath());
            }
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    public DeployedStack.Built built() {
        return new DeployedStack.Built(
                built,
                function -> Map.of(RecordedCalls.FILE, notes.resolve(function).toString()));
    }

    /** What a function has asked for so far. */
    public Set<Permission> wanted(String function) {
        try {
            return Files.readAllLines(notes.resolve(function)).stream()
                    .map(Permission::of)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException nothing) {
            throw new UncheckedIOException(nothing);
        }
    }
}
