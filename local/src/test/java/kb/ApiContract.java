package kb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a caller may rely on, whichever front end is reached: the main job from upload to cited answer.
 *
 * <p>A front end proves itself by implementing this and every other {@link Contract}.
 */
public interface ApiContract extends Contract {
    String GUIDE = """
            Harbour Street Library. Guide for members.
            The library opens at nine in the morning from Monday to Friday.
            On Saturdays the doors open at ten and close at four.
            A member may borrow twelve books for three weeks.
            The fee for a lost card is four euros and fifty cents.""";

    @Override
    default Client as(String role) {
        return new Client(frontEnd(), twin(), "tenant-" + twin().next(), "wren", role);
    }

    @Test
    default void an_uploaded_pdf_becomes_ready_and_is_listed() throws Exception {
        var writer = as("manager");
        var reply = writer.upload("guide.pdf", Pdfs.of(GUIDE));
        assertEquals(202, reply.status(), reply::text);
        var id = reply.json().get("document_id").textValue();
        assertEquals("/documents/" + id, reply.header("location").orElseThrow());

        var document = writer.ready(id);
        assertEquals("guide.pdf", document.get("filename").textValue());
        assertEquals("ready", document.get("status").textValue());
        assertEquals(1, document.get("pages").intValue());
        assertEquals(1, document.get("version").intValue());
        assertEquals("wren", document.get("uploaded_by").textValue());
        assertTrue(document.get("chunks").intValue() >= 1);
        assertTrue(document.get("error").isNull());
        assertEquals(List.of(id), ids(writer.get("/documents"), "document_id"));
    }

    @Test
    default void a_pdf_may_be_the_whole_body() throws Exception {
        var writer = as("manager");
        var headers = Map.of("content-type", "application/pdf");
        var reply = writer.send("POST", "/documents?filename=open%20hours.pdf", headers, Pdfs.of(GUIDE));
        assertEquals(202, reply.status(), reply::text);
        assertEquals("open hours.pdf", reply.json().get("filename").textValue());
    }

    @Test
    default void the_pdf_itself_comes_back_from_a_presigned_address() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(GUIDE);
        var id = writer.uploaded("guide.pdf", pdf);
        var redirect = writer.get("/documents/" + id + "/content");
        assertEquals(302, redirect.status());
        assertArrayEquals(pdf, fetched(redirect.header("location").orElseThrow()));

        var address =
                writer.send("GET", "/documents/" + id + "/content", Map.of("accept", "application/json"), new byte[0]);
        assertArrayEquals(pdf, fetched(address.json().get("url").textValue()));
    }

    private static byte[] fetched(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    @Test
    default void the_same_bytes_are_the_same_document_under_every_name() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(GUIDE));
        var again = writer.upload("guide.pdf", Pdfs.of(GUIDE));
        assertEquals(200, again.status());
        assertEquals(id, again.json().get("document_id").textValue());

        var renamed = writer.upload("copy of guide.pdf", Pdfs.of(GUIDE));
        assertEquals(200, renamed.status());
        assertEquals(id, renamed.json().get("document_id").textValue());
        assertEquals("[\"copy of guide.pdf\"]", renamed.json().get("aliases").toString());
        assertEquals(1, writer.get("/documents").json().get("items").size());
    }

    @Test
    default void a_name_that_belongs_to_other_bytes_is_refused() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(GUIDE));
        var refused = writer.upload("guide.pdf", Pdfs.of("Another text altogether."));
        assertProblem(409, "duplicate-filename", refused);
        assertTrue(refused.json().get("detail").textValue().contains(id));
        assertEquals(List.of(id), ids(writer.get("/documents"), "document_id"));
    }

    @Test
    default void search_finds_passages_and_says_what_each_leg_gave() throws Exception {
        var writer = as("manager");
        var guide = writer.uploaded("guide.pdf", Pdfs.of(GUIDE));
        var other = writer.uploaded("tea.pdf", Pdfs.of("Green tea is brewed at eighty degrees for two minutes."));
        var passages = writer.sendJson("POST", "/search", Map.of("query", "brewing green tea", "limit", 2))
                .json()
                .get("passages");
        assertEquals(other, passages.get(0).get("document_id").textValue());
        var best = passages.get(0);
        assertEquals(
                best.get("score").doubleValue(),
                best.get("parts").get("keyword").doubleValue()
                        + best.get("parts").get("vector").doubleValue(),
                1e-9);
        var only = Map.of("query", "brewing green tea", "filters", Map.of("document_ids", List.of(guide)));
        for (var passage : writer.sendJson("POST", "/search", only).json().get("passages")) {
            assertEquals(guide, passage.get("document_id").textValue());
        }
    }

    @Test
    default void nobody_sees_another_tenants_or_another_persons_things() throws Exception {
        var writer = as("manager");
        var document = writer.uploaded("guide.pdf", Pdfs.of(GUIDE));
        var chat = writer.chat();
        var stranger = as("admin");
        var colleague = writer.named("robin");
        var unknown = "00000000-0000-7000-8000-000000000000";
        for (var path : List.of("", "/content", "/chunks", "/coverage", "/outline", "/pages/1")) {
            var theirs = stranger.get("/documents/" + document + path);
            assertProblem(404, "not-found", theirs);
            var nobodys = stranger.get("/documents/" + unknown + path);
            assertEquals(nobodys.text().replace(unknown, document), theirs.text());
        }
        assertEquals(0, stranger.get("/documents").json().get("items").size());
        assertEquals(
                0,
                stranger.sendJson("POST", "/search", Map.of("query", "library"))
                        .json()
                        .get("passages")
                        .size());
        assertEquals(
                "not_in_documents",
                stranger.ask("How much does a lost card cost?").get("status").textValue());
        for (var someone : List.of(stranger, colleague)) {
            assertProblem(404, "not-found", someone.get("/chats/" + chat));
            assertProblem(404, "not-found", someone.get("/chats/" + chat + "/messages"));
            assertProblem(404, "not-found", someone.send("DELETE", "/chats/" + chat));
            assertProblem(404, "not-found", someone.sendJson("PATCH", "/chats/" + chat, Map.of("title", "Mine")));
            assertProblem(
                    404, "not-found", someone.sendJson("POST", "/chats/" + chat + "/messages", Map.of("message", "?")));
        }
        assertFalse(colleague.get("/documents").json().get("items").isEmpty());
    }

    static List<String> ids(FrontEnd.Reply list, String field) throws Exception {
        var ids = new ArrayList<String>();
        for (var item : list.json().get("items")) ids.add(item.get(field).textValue());
        return ids;
    }

    static void assertProblem(int status, String kind, FrontEnd.Reply reply) throws Exception {
        assertEquals(status, reply.status(), reply::text);
        assertEquals("application/problem+json", reply.header("content-type").orElse("none"));
        var problem = reply.json();
        assertEquals("urn:kb:problem:" + kind, problem.get("type").textValue());
        assertEquals(status, problem.get("status").intValue());
        assertFalse(problem.get("detail").textValue().isBlank());
    }
}
