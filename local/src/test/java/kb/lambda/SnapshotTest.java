package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What SnapStart's picture of the HTTP function holds, after every route was rehearsed. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "open files are counted in /proc")
class SnapshotTest {
    private static final String MODEL_KEY = "sk-planted-6c1f0d4e52";
    private static final String INDEX_KEY = "planted-index-key-93ab7c";
    private static final Map<String, String> SECRETS = Map.of(
            "knowledge-base/jwt-secret",
            DeployedStack.SIGNING_SECRET,
            "knowledge-base/openai-key",
            MODEL_KEY,
            "knowledge-base/weaviate-url",
            "https://planted.example.org",
            "knowledge-base/weaviate-key",
            INDEX_KEY);

    @TempDir
    Path folder;

    @Test
    void no_secret_and_no_socket_is_in_it() throws Exception {
        try (var secrets = new SecretsServer(SECRETS)) {
            var said = run(secrets, Map.of());
            assertTrue(said.contains("sockets: 0"), said);
            assertTrue(said.contains(" rounds rehearsed"), said);
            assertEquals(List.of(), secrets.asked());
            for (var secret : SECRETS.values()) assertEquals(0, found(secret), secret);
        }
    }

    @Test
    void neither_a_chat_model_nor_the_tokens_issuer_was_asked_before_it() throws Exception {
        try (var secrets = new SecretsServer(SECRETS);
                var models = new Unvisited();
                var issuer = new Unvisited()) {
            var said = run(
                    secrets,
                    Map.of(
                            "OPENAI_MODEL", "large",
                            "OPENAI_MINI_MODEL", "small",
                            "OPENAI_API_BASE", "http://127.0.0.1:%d/v1".formatted(models.port()),
                            "JWT_ALGORITHM", "RS256",
                            "JWT_JWKS_URL", "https://127.0.0.1:%d/keys".formatted(issuer.port())));
            assertTrue(said.contains("sockets: 0"), said);
            assertTrue(said.contains(" rounds rehearsed"), said);
            assertEquals(List.of(), secrets.asked());
            assertEquals(0, models.visits());
            assertEquals(0, issuer.visits());
            for (var secret : SECRETS.values()) assertEquals(0, found(secret), secret);
        }
    }

    /** The two of the test above would notice. */
    @Test
    void whoever_visits_is_noticed() throws Exception {
        try (var address = new Unvisited()) {
            new Socket(InetAddress.getLoopbackAddress(), address.port()).close();
            assertEquals(1, address.visits());
        }
    }

    /** An address at which nobody answers. */
    private static final class Unvisited implements AutoCloseable {
        private final ServerSocketChannel door =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

        Unvisited() throws IOException {
            door.configureBlocking(false);
        }

        int port() {
            return door.socket().getLocalPort();
        }

        int visits() throws IOException {
            int visits = 0;
            for (var visitor = door.accept(); visitor != null; visitor = door.accept()) {
                visitor.close();
                visits++;
            }
            return visits;
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    /** The search above finds what is there. */
    @Test
    void a_secret_that_was_asked_for_is_in_it() throws Exception {
        try (var secrets = new SecretsServer(SECRETS)) {
            var said = run(secrets, Map.of(), DeployedStack.token("admin"));
            assertTrue(said.contains("status: 200"), said);
            assertEquals(List.of("knowledge-base/jwt-secret"), secrets.asked());
            assertTrue(found(DeployedStack.SIGNING_SECRET) > 0);
            assertEquals(0, found(MODEL_KEY));
        }
    }

    private Path heap() {
        return folder.resolve("picture.hprof");
    }

    private String run(SecretsServer secrets, Map<String, String> settings, String... token) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                PicturedProgram.class.getName(),
                heap().toString()));
        command.addAll(List.of(token));
        var log = folder.resolve("log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start",
                        "RATE_LIMIT_ENABLED", "false", // or the table would be asked
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "AKIDTESTS",
                        "AWS_SECRET_ACCESS_KEY", "a key of the environment, which Java keeps",
                        "AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.address().toString(),
                        "INGEST_QUEUE_URL", "https://sqs.us-east-1.amazonaws.com/000000000000/ingest"));
        builder.environment().putAll(settings);
        assertEquals(0, builder.start().waitFor(), () -> text(log.toPath()));
        return text(log.toPath());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** How often it stands there, in either of the two ways in which Java keeps text. */
    private int found(String text) throws IOException {
        return found(text, StandardCharsets.ISO_8859_1) + found(text, StandardCharsets.UTF_16BE);
    }

    private int found(String text, Charset charset) throws IOException {
        var wanted = text.getBytes(charset);
        var found = 0;
        var matched = 0;
        try (var heap = new BufferedInputStream(Files.newInputStream(heap()), 1 << 20)) {
            for (int next = heap.read(); next >= 0; next = heap.read()) {
                matched = next == (wanted[matched] & 0xff) ? matched + 1 : next == (wanted[0] & 0xff) ? 1 : 0;
                if (matched == wanted.length) {
                    found++;
                    matched = 0;
                }
            }
        }
        return found;
    }
}
