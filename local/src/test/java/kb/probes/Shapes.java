package kb.probes;

import static kb.probes.Ask.GAP;
import static kb.probes.Secret.Kind.CHAT;
import static kb.probes.Secret.Kind.CHUNK;
import static kb.probes.Secret.Kind.CONTENT;
import static kb.probes.Secret.Kind.CURSOR;
import static kb.probes.Secret.Kind.DOCUMENT;
import static kb.probes.Secret.Kind.MESSAGE;
import static kb.probes.Secret.Kind.NAME;
import static kb.probes.Secret.Kind.WORD;
import static kb.probes.Shape.PLAIN;
import static kb.probes.Shape.json;
import static kb.probes.Shape.pdf;
import static kb.probes.Shape.query;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where in the requests of each route a stranger might put what is not theirs. */
final class Shapes {
    static final Set<Secret.Kind> IDS = Set.of(DOCUMENT, CHUNK, CHAT, MESSAGE);

    static final Set<Secret.Kind> WORDS = Set.of(NAME, WORD);
    private static final Set<Secret.Kind> CURSORS = Set.of(CURSOR);

    private Shapes() {}

    /** @param route verb and path; none when nobody has thought of it */
    static List<Shape> of(String route) {
        return Stream.<Function<String, List<Shape>>>of(
                        Shapes::service,
                        Shapes::admin,
                        Shapes::documents,
                        Shapes::document,
                        Shapes::chats,
                        Shapes::chat,
                        DoorShapes::open,
                        DoorShapes::app)
                .flatMap(shapes -> shapes.apply(route).stream())
                .toList();
    }

    private static List<Shape> service(String route) {
        return switch (route) {
            case "GET /",
                    "GET /health",
                    "GET /health/ready",
                    "GET /openapi.json",
                    "GET /me",
                    "GET /usage",
                    "GET /docs",
                    "GET /page/{build}/{file}",
                    "GET /v1/models" -> List.of(query("?document_id=" + GAP, IDS), query("?tenant=" + GAP, WORDS));
            case "POST /search" ->
                List.of(
                        json("{\"query\": \"" + GAP + "\", \"limit\": 50}", WORDS),
                        json("{\"query\": \"anchor " + GAP + "\"}", WORDS),
                        json(filtered("query", "\"" + GAP + "\""), IDS),
                        json(filtered("query", "\"" + GAP + "\", \"{document_id}\""), IDS));
            default -> List.of();
        };
    }

    private static List<Shape> admin(String route) {
        return switch (route) {
            case "GET /admin/health", "GET /admin/weaviate-documents", "GET /admin/costs", "GET /admin/errors" ->
                List.of(query("?document_id=" + GAP, IDS), query("?limit=" + GAP, WORDS));
            case "GET /admin/documents", "GET /admin/chat-stats", "GET /admin/stats" ->
                List.of(query("?period=" + GAP, WORDS), query("?chat_id=" + GAP, IDS));
            case "GET /admin/activity-logs" ->
                List.of(query("?log_type=" + GAP, WORDS), query("?log_type=" + GAP, IDS));
            default -> List.of();
        };
    }

    private static List<Shape> documents(String route) {
        return switch (route) {
            case "POST /documents" ->
                List.of(
                        pdf("?filename=" + GAP, "Something new.", Set.of(NAME)),
                        pdf("?replace=true&filename=" + GAP, "Something new.", Set.of(NAME)),
                        pdf("?filename=new.pdf", GAP, Set.of(CONTENT)));
            case "POST /documents/uploads" ->
                List.of(
                        json(announced(GAP, "a"), Set.of(NAME)).askedOnce(),
                        json(announced("new.pdf", GAP), IDS),
                        json("{\"document_id\": \"" + GAP + "\"}", IDS));
            case "GET /documents" ->
                List.of(
                        query("?cursor=" + GAP, CURSORS),
                        query("?superseded=true&order=oldest&limit=1&cursor=" + GAP, CURSORS),
                        query("?filename=" + GAP, WORDS),
                        query("?superseded=true&tag=" + GAP, WORDS),
                        query("?uploaded_by=" + GAP, WORDS),
                        query("?status=failed&filename=" + GAP, IDS));
            default -> List.of();
        };
    }

    private static List<Shape> document(String route) {
        return switch (route) {
            case "GET /documents/{document_id}" -> List.of(PLAIN, query("?wait=0", IDS));
            case "POST /documents/uploads/{document_id}/complete",
                    "DELETE /documents/{document_id}",
                    "POST /documents/{document_id}/retry" -> List.of(PLAIN);
            case "PATCH /documents/{document_id}" ->
                List.of(
                        json("{\"title\": \"Mine\", \"tags\": [\"mine\"]}", IDS),
                        json("{\"status\": \"ready\"}", IDS),
                        json("{\"title\": \"" + GAP + "\", \"tags\": []}", WORDS),
                        json("{\"title\": null, \"tags\": [\"" + GAP + "\"]}", WORDS));
            case "GET /documents/{document_id}/content" -> List.of(PLAIN, PLAIN.accepting("application/json"));
            case "GET /documents/{document_id}/coverage", "GET /documents/{document_id}/outline" -> List.of(PLAIN);
            case "GET /documents/{document_id}/pages/{page}" ->
                List.of(PLAIN, query("?scale=0.25", IDS), query("?scale=9", IDS), query("?span=0-9999999", IDS));
            case "GET /documents/{document_id}/versions", "GET /documents/{document_id}/chunks" -> parts();
            default -> List.of();
        };
    }

    /** Of a list. */
    private static List<Shape> parts() {
        return List.of(PLAIN, query("?limit=1", IDS), query("?limit=0", IDS), query("?cursor=" + GAP, CURSORS));
    }

    private static List<Shape> chats(String route) {
        return switch (route) {
            case "POST /chats" ->
                List.of(json("{\"title\": \"" + GAP + "\"}", WORDS), json("{\"chat_id\": \"" + GAP + "\"}", IDS));
            case "GET /chats" -> List.of(query("?cursor=" + GAP, CURSORS), query("?limit=1&cursor=" + GAP, CURSORS));
            case "DELETE /chats" -> List.of(query("?chat_id=" + GAP, IDS).askedOnce());
            default -> List.of();
        };
    }

    private static List<Shape> chat(String route) {
        return switch (route) {
            case "GET /chats/{chat_id}", "DELETE /chats/{chat_id}" -> List.of(PLAIN);
            case "PATCH /chats/{chat_id}" ->
                List.of(
                        json("{\"title\": \"Mine\"}", IDS),
                        json("{}", IDS),
                        json("{\"title\": \"" + GAP + "\"}", WORDS));
            case "GET /chats/{chat_id}/messages" -> parts();
            case "GET /chats/{chat_id}/export" ->
                List.of(PLAIN, query("?format=json", IDS), query("?format=" + GAP, WORDS));
            case "PUT /chats/{chat_id}/messages/{message_id}/feedback" ->
                List.of(
                        json("{\"rating\": \"up\"}", IDS),
                        json("{\"rating\": \"left\"}", IDS),
                        json("{\"rating\": \"down\", \"comment\": \"" + GAP + "\"}", WORDS));
            case "POST /chats/{chat_id}/messages/{message_id}/regenerate" ->
                List.of(PLAIN, PLAIN.accepting("text/event-stream"));
            case "POST /chats/{chat_id}/messages" ->
                List.of(
                        json("{\"message\": \"Where is the anchor?\"}", IDS),
                        json("{\"message\": \"Where is the anchor?\"}", IDS).accepting("text/event-stream"),
                        json("{\"message\": \"\"}", IDS),
                        json("{\"message\": \"Where is the anchor, and " + GAP + "?\"}", WORDS),
                        json("{\"message\": \"Where is " + GAP + "?\"}", WORDS).accepting("text/event-stream"),
                        json(filtered("message", "\"" + GAP + "\""), IDS));
            default -> List.of();
        };
    }

    private static String announced(String filename, String digit) {
        return "{\"filename\": \"%s\", \"size_bytes\": 9, \"sha256\": \"%s\"}"
                .formatted(filename, digit.length() == 1 ? digit.repeat(64) : digit);
    }

    private static String filtered(String question, String ids) {
        return "{\"" + question + "\": \"Where is the anchor?\", \"filters\": {\"document_ids\": [" + ids + "]}}";
    }
}
