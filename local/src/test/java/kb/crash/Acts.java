package kb.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import kb.local.TwinClient;
import kb.store.Sha256;

/** A person's part in each {@link Operation}; whoever got no answer may do the same again. */
final class Acts {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of storage to somebody who was there before. */
    private static final int ALREADY_THERE = 412;

    private Acts() {}

    static void upload(TwinClient person, Papers papers, Noted noted) throws Exception {
        upload(person, papers.fresh(), noted);
    }

    static void replace(TwinClient person, Papers papers, Noted noted) throws Exception {
        upload(person, papers.revised(), noted);
    }

    private static void upload(TwinClient person, Paper paper, Noted noted) throws Exception {
        var target = "/documents?replace=true&filename=" + paper.filename();
        var document = accepted(person.send("POST", target, "application/pdf", paper.pdf()));
        noted.document(document.get("document_id").textValue());
        noted.done();
    }

    static void announce(TwinClient person, Papers papers, Noted noted) throws Exception {
        var pdf = papers.fresh().pdf();
        var announcement =
                Map.of("filename", papers.fresh().filename(), "size_bytes", pdf.length, "sha256", Sha256.hex(pdf));
        var announced = accepted(
                person.send("POST", "/documents/uploads", "application/json", JSON.writeValueAsBytes(announcement)));
        if (announced.has("url")) put(announced, pdf);
        noted.document(announced.get("document_id").textValue());
        noted.done();
    }

    private static void put(JsonNode target, byte[] pdf) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(target.get("url").textValue()))
                .PUT(BodyPublishers.ofByteArray(pdf));
        for (var header : target.get("headers").properties()) {
            // Java's client sets it itself
            if (!header.getKey().equalsIgnoreCase("content-length"))
                request.header(header.getKey(), header.getValue().textValue());
        }
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request.build(), BodyHandlers.ofString());
            assertTrue(Set.of(200, ALREADY_THERE).contains(response.statusCode()), response::body);
        }
    }

    static void delete(TwinClient person, Papers papers, Noted noted) throws Exception {
        for (var document : person.documents()) {
            if (!document.get("filename").textValue().equals(papers.guide().filename())) continue;
            person.delete(document.get("document_id").textValue());
        }
        noted.done();
    }

    static void deleteChat(TwinClient person, Papers papers, Noted noted) throws Exception {
        for (var chat : person.all("/chats?limit=100")) {
            var target = "/chats/" + chat.get("chat_id").textValue();
            var response = person.send("DELETE", target, "application/json", new byte[0]);
            assertEquals(204, response.statusCode(), () -> new String(response.body()));
        }
        noted.done();
    }

    private static JsonNode accepted(HttpResponse<byte[]> response) throws IOException {
        assertTrue(Set.of(200, 202).contains(response.statusCode()), () -> new String(response.body()));
        return JSON.readTree(response.body());
    }
}
