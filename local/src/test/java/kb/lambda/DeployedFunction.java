package kb.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.ProcessTime;

/**
 * A function from the folder that is deployed, in a Java of its own, as the managed runtime starts it: AWS's runtime
 * interface client on the class path, the folder behind its own class loader.
 */
public final class DeployedFunction implements AutoCloseable {
    private static final Duration INITIALISATION = Duration.ofMinutes(10);
    private static final List<String> RUNTIME = List.of(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-core",
            "aws-lambda-java-serialization",
            "utils-lite");

    /** What the runtime leaves to a function to say ("Customize Java runtime startup behavior" in the AWS Lambda Developer Guide). */
    public static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final String TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";
    private static final String ON_DEMAND = "on-demand";
    private static final int KILOBYTES = 1024;

    private final RuntimeApi api = new RuntimeApi();
    private final Process process;
    private final Path log;

    /** @param megabytes of the function's memory @param settings its environment, which holds nothing else */
    public DeployedFunction(Path built, String handler, int megabytes, Map<String, String> settings) throws Exception {
        log = Files.createTempFile("function", ".log");
        var quickly = settings.getOrDefault(TYPE, ON_DEMAND).equals(ON_DEMAND)
                || settings.getOrDefault(OPTIONS, "").contains("TieredStopAtLevel=1");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:MaxRAM=%dm".formatted(megabytes), // the machine that it is on has more
                        "-XX:ActiveProcessorCount=2", // as many as Lambda shows a function of up to 3008 MB
                        "-XX:MaxHeapSize=%dk"
                                .formatted(megabytes * KILOBYTES * 85 / 100), // what the runtime leaves to the heap
                        "-Djava.net.preferIPv4Stack=true",
                        "-XX:+UseSerialGC",
                        "-XX:+TieredCompilation",
                        "-XX:TieredStopAtLevel=" + (quickly ? 1 : 4),
                        "-classpath",
                        runtime(),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        handler)
                .directory(built.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API",
                        api.address(),
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "kb",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "1",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        Integer.toString(megabytes),
                        TYPE,
                        ON_DEMAND,
                        "LAMBDA_TASK_ROOT",
                        built.toString(),
                        "_HANDLER",
                        handler));
        builder.environment().putAll(settings);
        process = builder.start();
        process.onExit().thenRun(api::close);
        try {
            api.awaitReady(INITIALISATION);
        } catch (Exception notMade) {
            end();
            throw new IllegalStateException(log(), notMade);
        }
    }

    private static String runtime() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        RUNTIME.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public String invoke(String event, Duration time) throws Exception {
        return api.invoke(event, time);
    }

    /** What it has taken of the processors so far, compilers and all, in nanoseconds. */
    public long cpu() {
        return ProcessTime.nanosOf(process.pid());
    }

    /** The most memory that it ever held, and the processes that it started and still has, in megabytes (proc(5)). */
    public long peak() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .mapToLong(one -> peak(one.pid()))
                        .sum()
                / KILOBYTES;
    }

    private static long peak(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    public long pid() {
        return process.pid();
    }

    /** All it has said so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** At once, whatever it does. */
    public void end() {
        process.destroyForcibly();
        api.close();
    }

    @Override
    public void close() throws IOException {
        end();
        Files.deleteIfExists(log);
    }
}
