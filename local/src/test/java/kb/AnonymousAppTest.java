package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where SPA_ANONYMOUS says so, the replaced service's browser app may do three things without a token, and no more. */
class AnonymousAppTest {
    @Test
    void it_parses_lists_and_sees_versions_in_the_default_tenant(@TempDir Path folder) throws Exception {
        try (var twin = new TestTwin(folder, Map.of("SPA_ANONYMOUS", "true"))) {
            var lambda = new LambdaEvents(new HttpEntry(twin.app().router()));
            var manager = new Client(lambda, twin, "default", "wren", "manager");
            var stranger = new Client(lambda, twin, "other", "robin", "manager");
            stranger.uploaded("theirs.pdf", Pdfs.of("Another tenant's text."));
            var form = SpaClient.form("guide.pdf", Pdfs.of(ApiContract.GUIDE), false);
            var parse = new FrontEnd.Call("POST", "/pdf/parse-pdf", SpaClient.formType(), form);
            var parsed = SpaClient.ok(lambda.send(parse));
            var upload = Client.json(SpaClient.uploadOf(parsed, "guide.pdf", false));
            var json = Map.of("content-type", "application/json");
            assertEquals(
                    401,
                    lambda.send(new FrontEnd.Call("POST", "/kb/upload-to-kb", json, upload))
                            .status());
            SpaClient.ok(manager.send("POST", "/kb/upload-to-kb", json, upload));
            var listed = SpaClient.ok(lambda.send(get("/kb/list-kb")));
            assertEquals(1, listed.get("total_count").intValue());
            assertEquals("guide.pdf", listed.at("/documents/0/file_name").textValue());
            SpaClient.ok(lambda.send(get("/kb/document-versions/guide.pdf")));
            var delete = "/kb/delete/" + listed.at("/documents/0/doc_id").textValue();
            for (var call : new FrontEnd.Call[] {
                new FrontEnd.Call("DELETE", delete, Map.of(), new byte[0]), get("/documents"), get("/chat/sessions")
            }) assertEquals(401, lambda.send(call).status(), call.target());
            var expired = Map.of("authorization", "Bearer nonsense");
            assertEquals(
                    401,
                    lambda.send(new FrontEnd.Call("GET", "/kb/list-kb", expired, new byte[0]))
                            .status());
        }
    }

    private static FrontEnd.Call get(String target) {
        return new FrontEnd.Call("GET", target, Map.of(), new byte[0]);
    }
}
