package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PDFs that are announced and put into storage, past the size of a request. */
public interface PresignedUploadContract extends Contract {
    @Test
    default void an_announced_pdf_is_put_and_becomes_ready() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var reply = announce(writer, "guide.pdf", pdf);
        assertEquals(202, reply.status(), reply::text);
        var upload = reply.json();
        var id = upload.get("document_id").textValue();
        assertEquals("/documents/" + id, reply.header("location").orElseThrow());
        assertEquals("PUT", upload.get("method").textValue());
        assertEquals(
                List.of("content-length", "content-type", "if-none-match", "x-amz-checksum-sha256"),
                upload.get("headers")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.equals("x-amz-sdk-checksum-algorithm"))
                        .sorted()
                        .toList());
        var waiting = writer.get("/documents/" + id).json();
        assertEquals("uploading", waiting.get("status").textValue());

        assertEquals(200, put(upload, pdf));
        var complete = writer.send("POST", "/documents/uploads/" + id + "/complete");
        assertEquals(202, complete.status(), complete::text);
        assertEquals("ready", writer.ready(id).get("status").textValue());
        assertEquals(List.of(id), writer.found("how much is a lost card"));
        assertEquals(
                202,
                writer.send("POST", "/documents/uploads/" + id + "/complete").status());
    }

    @Test
    default void storage_itself_tells_that_the_bytes_have_come() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var upload = announce(writer, "guide.pdf", pdf).json();
        assertEquals(200, put(upload, pdf));
        var id = upload.get("document_id").textValue();
        assertEquals("ready", writer.ready(id).get("status").textValue());
    }

    @Test
    default void a_watched_document_is_told_as_soon_as_its_status_changes() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var upload = announce(writer, "guide.pdf", pdf).json();
        var id = upload.get("document_id").textValue();
        assertEquals(
                "uploading",
                writer.get("/documents/" + id + "?wait=1").json().get("status").textValue());
        put(upload, pdf);
        var status = "";
        for (int looks = 0; !status.equals("ready") && looks < 20; looks++) {
            status = writer.get("/documents/" + id + "?wait=20")
                    .json()
                    .get("status")
                    .textValue();
        }
        assertEquals("ready", status);
        assertEquals(
                "ready",
                writer.get("/documents/" + id + "?wait=20").json().get("status").textValue());
        assertProblem(422, "invalid", writer.get("/documents/" + id + "?wait=21"));
    }

    @Test
    default void only_the_announced_bytes_are_taken_and_only_once() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var upload = announce(writer, "guide.pdf", pdf).json();
        var other = pdf.clone();
        other[other.length - 1] ^= 1;
        assertEquals(400, put(upload, other));
        assertTrue(put(upload, java.util.Arrays.copyOf(pdf, pdf.length - 1)) >= 400);
        assertTrue(put(upload, java.util.Arrays.copyOf(pdf, pdf.length + 1)) >= 400);
        for (var header : List.of("if-none-match", "x-amz-checksum-sha256", "content-type")) {
            var changed = upload.deepCopy();
            ((com.fasterxml.jackson.databind.node.ObjectNode) changed.get("headers")).remove(header);
            assertEquals(403, put(changed, pdf), header);
        }
        assertEquals(200, put(upload, pdf));
        assertEquals(412, put(upload, pdf));
    }

    @Test
    default void what_has_not_come_is_not_complete() throws Exception {
        var writer = as("manager");
        var upload = announce(writer, "guide.pdf", Pdfs.of(ApiContract.GUIDE)).json();
        var complete = "/documents/uploads/" + upload.get("document_id").textValue() + "/complete";
        assertProblem(409, "upload-incomplete", writer.send("POST", complete));
        assertProblem(404, "not-found", as("manager").send("POST", complete));
        assertEquals(0, writer.found("how much is a lost card").size());
    }

    @Test
    default void what_comes_and_is_no_pdf_fails() throws Exception {
        var writer = as("manager");
        var text = "This is no PDF at all.".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var upload = announce(writer, "guide.pdf", text).json();
        assertEquals(200, put(upload, text));
        var id = upload.get("document_id").textValue();
        assertProblem(422, "not-a-pdf", writer.send("POST", "/documents/uploads/" + id + "/complete"));
        assertEquals("not_a_pdf", writer.ready(id).get("error").get("code").textValue());
    }

    @Test
    default void known_bytes_need_not_be_put() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var id = writer.uploaded("guide.pdf", pdf);
        var known = announce(writer, "copy.pdf", pdf);
        assertEquals(200, known.status());
        assertEquals(id, known.json().get("document_id").textValue());
        assertEquals("[\"copy.pdf\"]", known.json().get("aliases").toString());
        assertProblem(409, "duplicate-filename", announce(writer, "guide.pdf", Pdfs.of("Something else.")));
    }

    @Test
    default void whoever_brings_announced_bytes_in_a_request_is_heard() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var id = announce(writer, "guide.pdf", pdf).json().get("document_id").textValue();
        var again = announce(writer, "guide.pdf", pdf).json();
        assertEquals(id, again.get("document_id").textValue());
        var direct = writer.upload("guide.pdf", pdf);
        assertEquals(202, direct.status());
        assertEquals(id, direct.json().get("document_id").textValue());
        assertEquals("ready", writer.ready(id).get("status").textValue());
        assertEquals(412, put(again, pdf));
    }

    @Test
    default void an_announcement_that_is_sent_again_is_made_once() throws Exception {
        var writer = as("manager");
        var body = Client.json(announcement("guide.pdf", Pdfs.of(ApiContract.GUIDE)));
        var headers = Map.of("content-type", "application/json", "idempotency-key", "announced-once");
        var first = writer.send("POST", "/documents/uploads", headers, body);
        var again = writer.send("POST", "/documents/uploads", headers, body);
        assertEquals(202, again.status(), again::text);
        assertEquals(first.json().get("document_id"), again.json().get("document_id"));
        assertEquals(200, put(again.json(), Pdfs.of(ApiContract.GUIDE)));

        var other = Client.json(announcement("guide.pdf", Pdfs.of("Something else.")));
        var reused = writer.send("POST", "/documents/uploads", headers, other);
        assertProblem(422, "idempotency-key-reused", reused);
    }

    @Test
    default void what_is_wrong_with_an_announcement_is_said() throws Exception {
        var writer = as("manager");
        var refused = writer.sendJson(
                "POST", "/documents/uploads", Map.of("filename", "../a.pdf", "size_bytes", 0, "sha256", "abc"));
        assertProblem(422, "invalid", refused);
        assertEquals(
                "[\"filename\",\"size_bytes\",\"sha256\"]",
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .valueToTree(refused.json().get("violations").findValuesAsText("field"))
                        .toString());
        var big = announcement("big.pdf", Pdfs.of("x"));
        big.put("size_bytes", 300_000_000);
        assertProblem(422, "invalid", writer.sendJson("POST", "/documents/uploads", big));
        assertProblem(403, "forbidden", announce(as("user"), "guide.pdf", Pdfs.of("x")));
    }

    @Test
    default void a_request_that_is_too_large_is_told_the_other_way() throws Exception {
        var reply = as("manager").upload("big.pdf", new byte[10_000_001]);
        assertProblem(413, "too-large", reply);
        assertTrue(reply.json().get("detail").textValue().contains("POST /documents/uploads"), reply::text);
    }

    private static FrontEnd.Reply announce(Client client, String filename, byte[] pdf) throws Exception {
        return client.sendJson("POST", "/documents/uploads", announcement(filename, pdf));
    }

    private static Map<String, Object> announcement(String filename, byte[] pdf) throws Exception {
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        return new HashMap<>(Map.of("filename", filename, "size_bytes", pdf.length, "sha256", sha256));
    }

    /** What storage answers to a PUT as the address says. */
    private static int put(JsonNode upload, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(upload.get("url").textValue()))
                .PUT(BodyPublishers.ofByteArray(body));
        for (var header : upload.get("headers").properties()) {
            // the client says the length itself, and truly
            if (header.getKey().equals("content-length")) continue;
            request.header(header.getKey(), header.getValue().textValue());
        }
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
