package kb.lambda;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs what would be deployed, on this machine alone: the built functions behind a socket, their queue and their schedule,
 * over tables, a bucket and an index that are empty at the start and gone at the end. {@code task lambda} starts it.
 */
final class OnLoopback {
    private static final List<String> SETTINGS = List.of(
            "ALLOWED_ORIGINS",
            "EMBEDDING_DIMENSIONS",
            "EMBEDDING_MODEL",
            "MODEL_PRICES",
            "OPENAI_API_BASE",
            "OPENAI_API_KEY",
            "OPENAI_MODEL",
            "WEAVIATE_API_KEY",
            "WEAVIATE_URL");

    private OnLoopback() {}

    public static void main(String[] arguments) throws Exception {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        var stack = new DeployedStack(Files.createTempDirectory("lambda"), given(), DeployedStack.Before.NOTHING);
        var http = stack.http();
        var ingest = stack.ingest();
        var janitor = stack.janitor();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> List.of(http, ingest, janitor).forEach(DeployedFunction::end)));
        every(Duration.ofSeconds(1), () -> stack.deliver(ingest));
        every(Duration.ofMinutes(1), () -> janitor.invoke("{}", Duration.ofMinutes(1)));
        var port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8009"));
        var address = new FunctionSocket(new FunctionUrl(http), port).address();
        System.out.printf("""
                The functions as they would be deployed listen on %s
                A token that opens everything for an hour:

                export KB_TOKEN=%s
                curl -H "Authorization: Bearer $KB_TOKEN" -F file=@postman/sample.pdf %s/documents
                """, address, DeployedStack.token("admin"), address);
    }

    private static Map<String, String> given() {
        var given = new HashMap<>(System.getenv());
        given.keySet().retainAll(SETTINGS);
        given.putIfAbsent("ENVIRONMENT", "development");
        return given;
    }

    private interface Round {
        void run() throws Exception;
    }

    private static void every(Duration time, Round round) {
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
                .scheduleWithFixedDelay(
                        () -> {
                            try {
                                round.run();
                            } catch (Exception failed) {
                                System.err.println(failed.getMessage());
                            }
                        },
                        time.toMillis(),
                        time.toMillis(),
                        TimeUnit.MILLISECONDS);
    }
}
