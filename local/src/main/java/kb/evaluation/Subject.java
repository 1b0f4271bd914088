package kb.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.http.Response;

/** The knowledge base that is evaluated, used as a person uses it: through its routes. */
final class Subject {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As many as a search gives at most. */
    private static final int PASSAGES = 50;

    private final Function<Request, Response> service;
    private final String token;
    private final Map<String, String> filenames = new LinkedHashMap<>();

    /** @param token of an administrator of a tenant that has no documents yet */
    Subject(Function<Request, Response> service, String token) {
        this.service = service;
        this.token = token;
    }

    /** A page of a file, best first; a page is named once for each passage on it. */
    List<Question.PageOf> search(String question, List<String> legs) {
        var found = post("/search", Map.of("query", question, "limit", PASSAGES, "legs", legs));
        return stream(found.get("passages")).map(this::page).toList();
    }

    private Question.PageOf page(JsonNode cited) {
        var filename = filenames.get(cited.get("document_id").textValue());
        return new Question.PageOf(filename, cited.get("page").intValue());
    }

    /**
     * What a question was answered with.
     *
     * @param evidence how well the best sentence fits the question
     * @param pages of its citations, likewise {@code quotes}
     */
    record Answer(boolean declined, double evidence, List<Question.PageOf> pages, List<String> quotes) {}

    /** Each question in a chat of its own, so that none leans on another. */
    Answer ask(String question) {
        var chat = post("/chats", Map.of()).get("chat_id").textValue();
        var message = post("/chats/" + chat + "/messages", Map.of("message", question));
        var citations = stream(message.get("citations")).toList();
        send("DELETE", "/chats/" + chat, "", "application/json", Bytes.NONE);
        return new Answer(
                message.get("status").textValue().equals("not_in_documents"),
                message.path("evidence").doubleValue(),
                citations.stream().map(this::page).toList(),
                citations.stream().map(cited -> cited.get("quote").textValue()).toList());
    }

    /** Uploads; the document is read meanwhile. */
    void upload(Path pdf) throws IOException {
        var name = pdf.getFileName().toString();
        var query = "filename=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        var sent = send("POST", "/documents", query, "application/pdf", Bytes.of(Files.readAllBytes(pdf)));
        filenames.put(sent.get("document_id").textValue(), name);
    }

    /** All documents, once each is ready. @throws IllegalStateException when one cannot be read */
    List<JsonNode> ready() {
        return filenames.keySet().stream().map(this::ready).toList();
    }

    private JsonNode ready(String id) {
        while (true) {
            var document = send("GET", "/documents/" + id, "wait=1", "application/json", Bytes.NONE);
            switch (document.get("status").textValue()) {
                case "ready" -> {
                    return document;
                }
                case "failed" ->
                    throw new IllegalStateException("%s cannot be read (%s): leave it out"
                            .formatted(
                                    filenames.get(id),
                                    document.get("error").get("code").textValue()));
                default -> {}
            }
        }
    }

    private JsonNode post(String path, Map<String, ?> body) {
        try {
            return send("POST", path, "", "application/json", Bytes.of(JSON.writeValueAsBytes(body)));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private JsonNode send(String method, String path, String query, String type, Bytes body) {
        var headers = Headers.of(
                Map.of("authorization", "Bearer " + token, "content-type", type, "accept", "application/json"));
        var response = service.apply(new Request(method, path, query, headers, body));
        var text = response.body() instanceof Body.Text(var content) ? content : "";
        if (response.status() >= 300) {
            throw new IllegalStateException(
                    "%s %s was answered with %d: %s".formatted(method, path, response.status(), text));
        }
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
