package kb.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The twin as a process of its own: started like at a terminal, read there, and stopped by signals.
 *
 * <p>Its working directory is the folder it is given, so its data lie in {@code data} there, and a second start over the
 * same folder finds them. It hears nothing of this process's settings and never outlives it.
 */
public final class TwinProcess implements AutoCloseable {
    /** It promises to stop within ten seconds; the rest is for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Of a command that may have much to do. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final ProcessHandle server;
    private final BufferedReader output;
    private final Path errors;
    private final List<String> greeting;

    private TwinProcess(Process process, Path errors) throws IOException {
        this.process = process;
        this.errors = errors;
        this.output = process.inputReader();
        this.greeting = readGreeting();
        this.server = process.descendants().findFirst().orElse(process.toHandle());
    }

    /** Starts it on a free port and waits until it says where. */
    public static TwinProcess in(Path folder) throws IOException {
        return in(folder, Map.of(), List.of());
    }

    /**
     * @param settings environment variables, beside a free {@code PORT}
     * @param launcher a program that starts the command it is given as its arguments; empty for none
     */
    public static TwinProcess in(Path folder, Map<String, String> settings, List<String> launcher) throws IOException {
        var command = new ArrayList<>(launcher);
        command.addAll(JavaProgram.command(Main.class, List.of("serve", "--with-parent")));
        return in(folder, settings, command, folder.resolve("errors.log"));
    }

    /** @param program serves as {@link Main} does */
    public static TwinProcess of(Class<?> program, Path folder, Map<String, String> settings) throws IOException {
        return in(folder, settings, JavaProgram.command(program, List.of()), folder.resolve("errors-of-program.log"));
    }

    private static TwinProcess in(Path folder, Map<String, String> settings, List<String> command, Path errors)
            throws IOException {
        var builder = JavaProgram.builder(folder, settings, command).redirectError(errors.toFile());
        builder.environment().putIfAbsent("PORT", "0");
        return new TwinProcess(builder.start(), errors);
    }

    /** What a command that ends by itself said and with which exit code. */
    public record Ended(int status, String output, String errors) {
        public String firstError() {
            return errors.lines().findFirst().orElse("");
        }
    }

    public static Ended run(Path folder, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        return run(folder, settings, JavaProgram.command(Main.class, List.of(arguments)));
    }

    /** @param program ends by itself */
    public static Ended run(Class<?> program, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return run(folder, settings, JavaProgram.command(program, List.of()));
    }

    private static Ended run(Path folder, Map<String, String> settings, List<String> command)
            throws IOException, InterruptedException {
        var out = Files.createTempFile("kb", ".out");
        var err = Files.createTempFile("kb", ".err");
        try {
            var process = JavaProgram.builder(folder, settings, command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Ended(ended(process, LONG_PATIENCE), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** A command that does not end by itself, or not yet. */
    static Process begin(Path folder, String... arguments) throws IOException {
        return JavaProgram.builder(folder, Map.of(), JavaProgram.command(Main.class, List.of(arguments)))
                .start();
    }

    private List<String> readGreeting() throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith("curl ")) return List.copyOf(lines);
        }
        throw new AssertionError("it did not start:\n" + errors());
    }

    /** What it said when it was ready. */
    public List<String> greeting() {
        return greeting;
    }

    /** What it has written to standard error so far. */
    public String errors() throws IOException {
        return Files.readString(errors);
    }

    public URI address() {
        return URI.create(said("Knowledge Base is listening on "));
    }

    /** The administrator's token that it printed. */
    public String token() {
        return said("export KB_TOKEN=");
    }

    private String said(String before) {
        return greeting.stream()
                .filter(line -> line.startsWith(before))
                .findFirst()
                .orElseThrow()
                .substring(before.length());
    }

    /** What the launcher started, or else what was started. */
    public ProcessHandle server() {
        return server;
    }

    /** @param name as in {@code kill -s}, for instance {@code TERM} */
    public void signal(String name) throws IOException, InterruptedException {
        signal(process.pid(), name);
    }

    private static void signal(long id, String name) throws IOException, InterruptedException {
        ended(new ProcessBuilder("kill", "-s", name, String.valueOf(id)).start(), PATIENCE);
    }

    /** Waits for its end. @return the exit code; 128 and the signal's number when a signal ended it */
    public int ended() throws InterruptedException {
        return ended(process, PATIENCE);
    }

    public boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience);
    }

    private static int ended(Process process, Duration patience) throws InterruptedException {
        var ended = process.waitFor(patience);
        if (!ended) process.destroyForcibly(); // or it holds its port and the tests after this one hear of nothing else
        assertTrue(ended, "it does not end");
        return process.exitValue();
    }

    /** True when another server could listen there. */
    public boolean portIsFree() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new java.net.InetSocketAddress(
                    InetAddress.getLoopbackAddress(), address().getPort()));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Ends it at once, like a power cut, when it has not ended yet. */
    @Override
    public void close() throws IOException {
        server.destroyForcibly();
        process.destroyForcibly();
        process.onExit().join();
        output.close();
    }
}
