package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kb.lambda.FunctionSocket;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Postman collection, as Newman runs it, at the Lambda handler behind a socket; its scripts make the token themselves. */
@Needs(RealPart.CLIENTS)
class PostmanTest {
    private static final Path POSTMAN =
            Path.of("..", "postman").toAbsolutePath().normalize();

    @Test
    void every_request_is_answered_as_the_collection_expects(@TempDir Path folder) throws Exception {
        try (var twin = new TestTwin(folder.resolve("data"));
                var function = new FunctionSocket(
                        new LambdaEvents(new HttpEntry(twin.app().router())))) {
            var output = folder.resolve("newman.txt");
            var newman = new ProcessBuilder(
                            RealPart.CLIENTS
                                    .path()
                                    .resolve("node_modules/.bin/newman")
                                    .toString(),
                            "run",
                            "knowledge-base.postman_collection.json",
                            "--environment",
                            "lambda.postman_environment.json",
                            "--env-var",
                            "baseUrl=" + function.address(),
                            "--env-var",
                            "jwtSecret=" + TestTwin.SECRET,
                            "--delay-request",
                            "100",
                            "--color",
                            "off")
                    .directory(POSTMAN.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertTrue(newman.waitFor(5, TimeUnit.MINUTES), "newman does not end");
            assertEquals(0, newman.exitValue(), () -> read(output));
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
