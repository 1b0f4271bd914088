package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts the twin for the first time. */
@Timeout(120)
class StartTest {
    @TempDir
    Path folder;

    @Test
    void the_printed_curl_uploads_a_pdf_and_nobody_else_speaks() throws Exception {
        var home = Files.createDirectory(folder.resolve("a person's"));
        Files.copy(
                Path.of("../postman/sample.pdf"),
                Files.createDirectory(home.resolve("postman")).resolve("sample.pdf"));
        try (var twin = TwinProcess.in(home)) {
            assertEquals(
                    List.of(
                            "",
                            "Knowledge Base is listening on " + twin.address(),
                            "Your documents stay in " + home.resolve("data"),
                            "",
                            "Open it in a browser, signed in as the administrator \"you\" for 7 days:",
                            "",
                            twin.address() + "/#token=" + twin.token(),
                            "",
                            "The same token for programs:",
                            "",
                            "export KB_TOKEN=" + twin.token(),
                            "",
                            "Upload a PDF:",
                            ""),
                    twin.greeting().subList(0, 14));
            assertEquals("", twin.errors());

            var uploaded = pasted(twin.greeting().getLast());
            assertEquals("queued", uploaded.get("status").textValue());
            assertEquals("sample.pdf", uploaded.get("filename").textValue());

            var log = twin.errors().lines().toList();
            assertEquals(1, log.size(), () -> String.join("\n", log));
            var request = new ObjectMapper().readTree(log.getFirst());
            assertEquals("/documents", request.get("route").textValue());
            assertEquals(202, request.get("status").intValue());
        }
        assertTrue(Files.isDirectory(home.resolve("data")));
    }

    /** In a shell, in another folder. */
    private com.fasterxml.jackson.databind.JsonNode pasted(String line) throws Exception {
        var shell = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ObjectMapper().readTree(shell.inputReader());
    }
}
