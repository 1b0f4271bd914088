package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb smoke} against a service that works, and against ones that do not. */
@Timeout(180)
class SmokeCommandTest {
    @TempDir
    Path folder;

    private TwinProcess.Ended smoke(TwinProcess twin, String token) throws Exception {
        return TwinProcess.run(
                folder,
                Map.of("KB_TOKEN", token),
                "smoke",
                "--url",
                twin.address().toString());
    }

    @Test
    void a_service_that_works_passes_and_keeps_nothing_of_it() throws Exception {
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            var ended = smoke(twin, twin.token());
            assertEquals("", ended.errors());
            assertEquals(0, ended.status(), ended::output);
            var lines = ended.output().lines().toList();
            assertEquals(
                    List.of(
                            "ok   alive",
                            "ok   every part answers",
                            "ok   the token is an administrator's",
                            "ok   a document is taken in",
                            "ok   it is read",
                            "ok   a question is answered from it",
                            "ok   it is erased, with a receipt"),
                    lines.stream().limit(7).map(line -> line.split(":")[0]).toList());
            assertEquals(twin.address() + " works", lines.getLast());
            assertEquals(List.of(), admin.documents());
            assertEquals(List.of(), admin.all("/chats?limit=10"));
        }
    }

    @Test
    void what_does_not_work_is_named_and_nothing_is_left() throws Exception {
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            var writer = TwinProcess.run(folder, Map.of(), "token", "--role", "manager")
                    .output()
                    .strip();
            var ended = smoke(twin, writer);
            assertEquals(1, ended.status());
            assertTrue(
                    ended.output()
                            .contains(
                                    "FAIL the token is an administrator's: its role is manager, and only admin may erase"),
                    ended::output);
            assertEquals(
                    twin.address() + " does not work",
                    ended.output().lines().toList().getLast());
            assertEquals(List.of(), admin.documents());

            assertEquals(
                    "FAIL the token is an administrator's: the token is not three base64url parts, without padding, joined by dots",
                    line(smoke(twin, "nonsense"), 2));
        }
    }

    private static String line(TwinProcess.Ended ended, int number) {
        return ended.output().lines().toList().get(number);
    }
}
