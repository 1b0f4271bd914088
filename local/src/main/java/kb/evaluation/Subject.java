package kb.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kb.http.Request;
import kb.http.Response;

/** The knowledge base that is evaluated, used as a person uses it: through its routes. */
final class Subject {
    /** As many as a search gives at most. */
    private static final int PASSAGES = 50;

    private final Service service;
    private final Delivery delivery;
    private final Map<String, String> filenames = new LinkedHashMap<>();

    /** @param token of an administrator of a tenant that has no documents yet */
    Subject(Function<Request, Response> routes, String token) {
        this.service = new Service(routes, token);
        this.delivery = new Delivery(service);
    }

    /** @throws IllegalStateException when a part does not answer: no document would ever be ready */
    void demandParts() {
        var silent = service.got("/health/ready", "").json().path("parts").properties().stream()
                .filter(part -> part.getValue().asText().equals("unavailable"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!silent.isEmpty())
            throw new IllegalStateException("%s: it does not answer; start it, or correct the setting that names it"
                    .formatted(String.join(", ", silent)));
    }

    /** A page of a file, best first; a page is named once for each passage on it. */
    List<Question.PageOf> search(String question, List<String> legs) {
        var found = service.post("/search", Map.of("query", question, "limit", PASSAGES, "legs", legs));
        return found.get("passages").valueStream().map(this::page).toList();
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
        var chat = service.post("/chats", Map.of()).get("chat_id").textValue();
        var message = service.post("/chats/" + chat + "/messages", Map.of("message", question));
        service.delete("/chats/" + chat);
        var citations = message.get("citations").valueStream().toList();
        return new Answer(
                message.get("status").textValue().equals("not_in_documents"),
                message.path("evidence").doubleValue(),
                citations.stream().map(this::page).toList(),
                citations.stream().map(cited -> cited.get("quote").textValue()).toList());
    }

    /** Uploads; the document is read meanwhile. */
    void upload(Path pdf) throws IOException {
        filenames.put(delivery.take(pdf), pdf.getFileName().toString());
    }

    /** All documents by their names, once each is ready. @throws IllegalStateException when one cannot be read */
    Map<String, JsonNode> ready() {
        var documents = new LinkedHashMap<String, JsonNode>();
        filenames.forEach((id, name) -> documents.put(name, ready(id)));
        return documents;
    }

    private JsonNode ready(String id) {
        while (true) {
            var document = service.get("/documents/" + id, "wait=1");
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
}
