package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kb.FrontEnd;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import kb.misuse.SignedPut;
import kb.store.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The folder that is deployed, run as Lambda runs it, on the parts that it runs on. */
@Needs(RealPart.ARTIFACT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArtifactTest {
    private static final byte[] FERRY = Pdfs.of("The ferry leaves the harbour at nine.\nA ticket costs four euros.");

    private DeployedStack stack;
    private DeployedFunction http;
    private DeployedFunction ingest;

    @BeforeAll
    void deploy(@TempDir Path folder) throws Exception {
        stack = new DeployedStack(folder);
        http = stack.http();
        ingest = stack.ingest();
    }

    @AfterAll
    void remove() throws Exception {
        if (stack == null) return;
        if (http != null) http.close();
        if (ingest != null) ingest.close();
        stack.close();
    }

    private JsonNode send(int status, String method, String target, Map<String, ?> body) throws Exception {
        var headers = new TreeMap<>(Map.of("authorization", "Bearer " + DeployedStack.token("admin")));
        var json = body.isEmpty()
                ? new byte[0]
                : new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsBytes(body);
        if (!body.isEmpty()) headers.put("content-type", "application/json");
        var reply = new FunctionUrl(http).send(new FrontEnd.Call(method, target, headers, json));
        assertEquals(status, reply.status(), () -> reply.text() + "\n" + log());
        return reply.json();
    }

    private String log() {
        try {
            return http.log() + "\n" + ingest.log();
        } catch (java.io.IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** Or a deployment with other parameters would publish no version of it. */
    @Test
    void no_two_builds_are_the_same() throws Exception {
        var built = Files.readString(RealPart.ARTIFACT.path().resolve("kb", "built.txt"));
        assertTrue(Instant.parse(built.strip()).isAfter(Instant.parse("2026-01-01T00:00:00Z")), built);
    }

    @Test
    @Order(1)
    void no_secret_is_asked_for_before_it_is_needed() throws Exception {
        assertEquals(List.of(), stack.secrets.asked());
        send(200, "GET", "/health", Map.of());
        assertEquals(List.of(), stack.secrets.asked());
        send(200, "GET", "/me", Map.of());
        assertEquals(List.of("knowledge-base/jwt-secret"), stack.secrets.asked());
    }

    @Test
    @Order(2)
    void a_pdf_becomes_an_answer_and_is_deleted_again() throws Exception {
        var upload = send(
                202,
                "POST",
                "/documents/uploads",
                Map.of("filename", "ferry.pdf", "size_bytes", FERRY.length, "sha256", Sha256.hex(FERRY)));
        var id = upload.get("document_id").textValue();
        assertEquals(200, SignedPut.of(upload, FERRY).send());
        assertEquals(2, stack.deliver(ingest));
        var document = send(200, "GET", "/documents/" + id, Map.of());
        assertEquals("ready", document.get("status").textValue(), document::toString);

        var found = send(200, "POST", "/search", Map.of("query", "What does a ticket cost?"));
        assertEquals(id, found.get("passages").get(0).get("document_id").textValue());
        assertEquals("[]", found.get("degraded").toString());

        var chat = send(201, "POST", "/chats", Map.of()).get("chat_id").textValue();
        var answer = send(200, "POST", "/chats/" + chat + "/messages", Map.of("message", "What does a ticket cost?"));
        assertEquals("answered", answer.get("status").textValue(), answer::toString);
        assertEquals(
                "A ticket costs four euros.",
                answer.get("citations").get(0).get("quote").textValue());

        var receipt = send(200, "DELETE", "/documents/" + id, Map.of());
        assertEquals(
                "{\"vectors\":0,\"objects\":0,\"records\":0,\"quotes\":0}",
                receipt.get("left").toString());
    }

    @Test
    @Order(3)
    void a_pdf_in_a_request_is_read_by_the_function_behind_the_queue() throws Exception {
        var headers =
                Map.of("authorization", "Bearer " + DeployedStack.token("manager"), "content-type", "application/pdf");
        var pdf = Pdfs.of("The lighthouse was lit in 1911.");
        var reply =
                new FunctionUrl(http).send(new FrontEnd.Call("POST", "/documents?filename=light.pdf", headers, pdf));
        assertEquals(202, reply.status(), reply::text);
        stack.deliver(ingest);
        var document =
                send(200, "GET", "/documents/" + reply.json().get("document_id").textValue(), Map.of());
        assertEquals("ready", document.get("status").textValue(), document::toString);
    }

    @Test
    @Order(4)
    void the_janitor_makes_its_round() throws Exception {
        try (var janitor = stack.janitor()) {
            assertEquals("null", janitor.invoke("{\"source\": \"aws.scheduler\"}", java.time.Duration.ofMinutes(2)));
        }
    }

    @Test
    @Order(5)
    void no_secret_is_in_a_log() throws Exception {
        var said = http.log() + ingest.log();
        for (var secret :
                List.of(DeployedStack.SIGNING_SECRET, DeployedStack.MODEL_KEY, kb.weaviate.WeaviateServer.KEY))
            assertFalse(said.contains(secret), "a secret was logged");
        assertEquals(
                new TreeSet<>(List.of(
                        "knowledge-base/jwt-secret",
                        "knowledge-base/openai-key",
                        "knowledge-base/weaviate-key",
                        "knowledge-base/weaviate-url")),
                new TreeSet<>(stack.secrets.asked()));
        assertFalse(said.getBytes(StandardCharsets.UTF_8).length == 0, "nothing was logged at all");
    }

    @Test
    @Order(6)
    void each_function_does_with_the_memory_that_it_has() {
        assertTrue(http.peak() > 50 && http.peak() < 2048, () -> http.peak() + " MB");
        assertTrue(ingest.peak() > 50 && ingest.peak() < 3008, () -> ingest.peak() + " MB");
    }
}
