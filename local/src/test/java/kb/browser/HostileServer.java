package kb.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers in place of the API, and puts {@link HostileStrings} wherever a text may stand. */
final class HostileServer {
    static final String ID = "01a20b6c-f7d3-789b-8165-a0c0dc8ae6df";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TIME = "2026-11-29T10:00:00Z";
    private static final Map<String, Object> BOX = Map.of("page", 1, "l", 10, "t", 10, "r", 90, "b", 20);

    private final List<String> strings = HostileStrings.all().toList();

    private HostileServer() {}

    static void before(Page page) {
        var server = new HostileServer();
        server.answer(page, "/chats\\?limit=50", server.list(server::chat));
        server.answer(page, "/chats/" + ID, server.chat(server.strings.getFirst()));
        server.answer(page, "/chats/" + ID + "/messages\\?.*", server.list(server::message));
        server.answer(page, "/documents\\?limit=(30|100).*", server.list(server::document));
        server.answer(page, "/documents/" + ID, server.document(String.join(" ", server.strings)));
        server.answer(page, "/documents/" + ID + "/versions.*", server.list(server::document));
        server.answer(page, "/documents/" + ID + "/coverage", server.coverage());
        server.answer(page, "/search", Map.of("passages", server.each(server::passage), "degraded", List.of()));
        page.route(Pattern.compile("http://[^/]+/usage$"), server::refuse);
    }

    private void answer(Page page, String path, Object value) {
        page.route(
                Pattern.compile("http://[^/]+" + path),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json(value))));
    }

    private void refuse(Route route) {
        var text = String.join(" ", strings);
        var problem = Map.of("type", "urn:kb:problem:" + text, "title", text, "status", 503, "detail", text);
        route.fulfill(new Route.FulfillOptions()
                .setStatus(503)
                .setContentType("application/problem+json")
                .setBody(json(problem)));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Object> each(java.util.function.Function<String, ?> made) {
        return new ArrayList<>(strings.stream().map(made).toList());
    }

    private Map<String, Object> list(java.util.function.Function<String, ?> made) {
        var list = new HashMap<String, Object>();
        list.put("items", each(made));
        list.put("next_cursor", null);
        return list;
    }

    private Map<String, Object> chat(String text) {
        return Map.of("chat_id", ID, "title", text, "created_at", TIME, "updated_at", TIME, "message_count", 1);
    }

    private Map<String, Object> message(String text) {
        var answered = strings.indexOf(text) % 2 == 0;
        var citation = Map.of(
                "number",
                1,
                "document_id",
                ID,
                "filename",
                text,
                "version",
                1,
                "page",
                1,
                "section",
                text,
                "quote",
                text,
                "boxes",
                List.of(BOX));
        var message = new HashMap<String, Object>(Map.of(
                "message_id",
                ID,
                "chat_id",
                ID,
                "role",
                "assistant",
                "status",
                answered ? "answered" : "not_in_documents",
                "content",
                text + " [1] " + text,
                "citations",
                List.of(citation),
                "passages",
                List.of(passage(text)),
                "warnings",
                List.of(Map.of("document_id", ID, "warnings", List.of(text)))));
        message.put("usage", Map.of("model", text, "cost_usd", 0));
        return message;
    }

    private Map<String, Object> passage(String text) {
        return Map.of(
                "document_id", ID, "filename", text, "page", 1, "section", text, "text", text, "boxes", List.of(BOX));
    }

    private Map<String, Object> document(String text) {
        var failed = strings.indexOf(text) % 2 == 1;
        var document = new HashMap<String, Object>(Map.of(
                "document_id",
                ID,
                "filename",
                text,
                "aliases",
                List.of(text),
                "title",
                text,
                "status",
                failed ? "failed" : "ready",
                "version",
                2,
                "current",
                true,
                "size_bytes",
                1,
                "pages",
                1,
                "chunks",
                1));
        document.putAll(Map.of(
                "tags", List.of(text),
                "uploaded_by", text,
                "author", text,
                "upload_date", TIME,
                "warnings", List.of(text),
                "error", Map.of("code", text, "detail", text),
                "progress", Map.of("stage", "ready", "pages_done", 1, "pages", 1, "chunks_done", 1, "chunks", 1)));
        return document;
    }

    private Map<String, Object> coverage() {
        var leftOut = new HashMap<String, Object>();
        for (var text : strings) leftOut.put(text, 1);
        return Map.of(
                "pages",
                List.of(Map.of(
                        "page",
                        1,
                        "characters",
                        9,
                        "tables",
                        0,
                        "images",
                        0,
                        "garbled",
                        0,
                        "unreadable",
                        false,
                        "left_out",
                        leftOut)));
    }
}
