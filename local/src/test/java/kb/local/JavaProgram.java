package kb.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a program of ours is started in a Java of its own: as the distribution starts it, on the tests' class path. */
final class JavaProgram {
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL");

    private JavaProgram() {}

    static List<String> command(Class<?> program, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("jvm.options").toAbsolutePath(),
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return command;
    }

    /** It hears nothing of this process's settings. */
    static ProcessBuilder builder(Path folder, Map<String, String> settings, List<String> command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(settings);
        return builder;
    }
}
