package kb.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.chat.Question;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.http.Caller;
import kb.http.Fields;
import kb.http.Json;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Shown;
import kb.http.Sketch;
import kb.masking.Masking;

/** What a model may do here through the Model Context Protocol. It reads and asks and changes nothing. */
public final class McpTools {
    private static final int LONGEST_QUESTION = 10_000;
    private static final int LAST_PAGE = 1_000_000;

    private final SearchApi search;
    private final LooseAsking asking;
    private final DocumentsApi documents;
    private final DocumentService service;
    private final Masking masking;
    private final Map<String, Tool> tools;
    private final JsonNode descriptions;

    @FunctionalInterface
    private interface Tool {
        Object call(Fields arguments, Caller caller);
    }

    /** @param masking of pages */
    public McpTools(
            SearchApi search, LooseAsking asking, DocumentsApi documents, DocumentService service, Masking masking) {
        this.search = search;
        this.asking = asking;
        this.documents = documents;
        this.service = service;
        this.masking = masking;
        this.tools = Map.of(
                "search", this::search, "ask", this::ask, "list_documents", this::list, "read_page", this::readPage);
        this.descriptions = Json.resource("/kb/mcp-tools.json");
    }

    JsonNode descriptions() {
        return descriptions;
    }

    boolean has(String name) {
        return tools.containsKey(name);
    }

    /** What it returns, or what was wrong in words for the model that called it. */
    Map<String, Object> call(String name, JsonNode arguments, Caller caller) {
        try {
            var result = tools.get(name).call(Fields.of(arguments), caller);
            return Map.of("content", text(Json.write(result)), "structuredContent", result, "isError", false);
        } catch (ProblemException wrong) {
            return Map.of("content", text(words(wrong.problem())), "isError", true);
        }
    }

    private static List<Map<String, String>> text(String text) {
        return List.of(Map.of("type", "text", "text", text));
    }

    private static String words(Problem problem) {
        var sketch = Sketch.of(problem);
        var violations = sketch.violations().stream()
                .map(violation -> "\n" + violation.field() + " " + violation.message())
                .collect(Collectors.joining());
        return sketch.title() + ": " + sketch.detail() + violations;
    }

    private Object search(Fields arguments, Caller caller) {
        return search.search(SearchApi.Query.parse(arguments, caller), caller);
    }

    private Object list(Fields arguments, Caller caller) {
        return documents.list(DocumentQuery.parse(arguments), caller);
    }

    private Object ask(Fields arguments, Caller caller) {
        var text = arguments.text("question", LONGEST_QUESTION);
        var selection = Filters.selection(arguments, caller);
        var strict = arguments.flag("strict", false);
        var question = arguments.into(() -> new Question(text, selection, strict));
        var asked = asking.ask(Asker.person(caller), question, List.of());
        return AnswerJson.of(asked.teller().apply(_ -> {}));
    }

    record PageJson(UUID documentId, String filename, int version, int page, int pages, String text) {}

    private Object readPage(Fields arguments, Caller caller) {
        var id = arguments.text("document_id", 100);
        var number = arguments.number("page", 1, 1, LAST_PAGE);
        arguments.into(() -> number);
        var document = document(id, caller);
        var page = service.page(Asker.tenant(caller), document, number)
                .orElseThrow(() -> absent("page", number + " of document " + id));
        var name = document.name();
        var pages = document.state().progress().pages();
        return new PageJson(
                document.documentId(), name.filename(), name.version(), number, pages, masking.of(page.text()));
    }

    private Document document(String text, Caller caller) {
        try {
            return service.find(Asker.tenant(caller), UUID.fromString(text))
                    .orElseThrow(() -> absent("document", Shown.of(text)));
        } catch (IllegalArgumentException notAnId) {
            throw absent("document", Shown.of(text));
        }
    }

    private static ProblemException absent(String what, String id) {
        return new ProblemException(new Problem.NotFound(what, id));
    }
}
