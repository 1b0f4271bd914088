package kb.probes;

import static kb.probes.Ask.GAP;
import static kb.probes.Secret.Kind.NAME;
import static kb.probes.Shape.PLAIN;
import static kb.probes.Shape.json;
import static kb.probes.Shape.query;
import static kb.probes.Shapes.IDS;
import static kb.probes.Shapes.WORDS;

import java.util.List;
import java.util.Set;

/** Where in the requests of the other doors a stranger might put what is not theirs. */
final class DoorShapes {
    private DoorShapes() {}

    static List<Shape> open(String route) {
        return switch (route) {
            case "POST /v1/chat/completions" ->
                List.of(
                        json(completion("Where is " + GAP + "?", false), WORDS),
                        json(completion("Where is " + GAP + "?", true), WORDS),
                        json("{\"model\": \"" + GAP + "\", \"messages\": []}", WORDS));
            case "POST /mcp" ->
                List.of(
                        json(tool("search", "{\"query\": \"" + GAP + "\"}"), WORDS),
                        json(tool("ask", "{\"question\": \"Where is " + GAP + "?\"}"), WORDS),
                        json(tool("list_documents", "{\"filename\": \"" + GAP + "\"}"), WORDS),
                        json(tool("read_page", "{\"document_id\": \"" + GAP + "\", \"page\": 1}"), IDS));
            default -> List.of();
        };
    }

    /** Of the replaced service's browser app. */
    static List<Shape> app(String route) {
        return switch (route) {
            case "POST /pdf/parse-pdf" -> List.of(Shape.form(GAP, Set.of(NAME)));
            case "POST /kb/upload-to-kb" ->
                List.of(
                        json(corrected(GAP, "a".repeat(64)), Set.of(NAME)).askedOnce(),
                        json(corrected("new.pdf", GAP), IDS).askedOnce());
            case "GET /kb/list-kb" -> List.of(query("?uploaded_by=" + GAP, WORDS), query("?order_by=" + GAP, WORDS));
            case "GET /kb/document-versions/{file_name}", "DELETE /kb/delete/{doc_id}" -> List.of(PLAIN);
            case "POST /chat/session/new" -> List.of(json("{\"title\": \"" + GAP + "\"}", WORDS));
            case "POST /chat/message" ->
                List.of(
                        json(said(GAP, "Where is the anchor?"), IDS),
                        json(said("{session_id}", "Where is " + GAP + "?"), WORDS));
            case "GET /chat/session/{session_id}",
                    "DELETE /chat/session/{session_id}",
                    "GET /chat/session/{session_id}/history",
                    "GET /chat/session/{session_id}/tokens" -> List.of(PLAIN);
            case "PATCH /chat/session/{session_id}/title" ->
                List.of(json("{\"title\": \"Mine\"}", IDS), json("{\"title\": \"" + GAP + "\"}", WORDS));
            // a newcomer has no chats: others see in theirs what they wrote into titles themselves
            case "GET /chat/sessions" ->
                List.of(query("?session_id=" + GAP, IDS).askedOnce());
            case "GET /chat/user/tokens", "GET /chat/quota" -> List.of(query("?session_id=" + GAP, IDS));
            default -> List.of();
        };
    }

    private static String completion(String question, boolean stream) {
        return "{\"model\": \"knowledge-base\", \"stream\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}"
                .formatted(stream, question);
    }

    private static String tool(String name, String arguments) {
        return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"%s\", \"arguments\": %s}}"
                .formatted(name, arguments);
    }

    private static String corrected(String filename, String hash) {
        return "{\"chunks\": [{\"id\": \"chunk-0-00000000\", \"text\": \"An anchor.\", \"metadata\": {}}], \"source_filename\": \"%s\", \"content_hash\": \"%s\"}"
                .formatted(filename, hash);
    }

    private static String said(String session, String message) {
        return "{\"session_id\": \"%s\", \"message\": \"%s\"}".formatted(session, message);
    }
}
