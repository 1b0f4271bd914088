package kb.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands below an answer for people who read terminals: the numbered sources with their pages and quotes. */
final class AnswerText {
    private static final int NEAREST = 3;
    private static final int EXCERPT = 160;

    private AnswerText() {}

    static boolean answers(JsonNode answer) {
        return Set.of("answered", "partial").contains(answer.path("status").asText());
    }

    static List<String> sources(JsonNode answer, Terminal terminal) {
        var lines = new ArrayList<String>();
        if (!answers(answer)) lines.add(terminal.bad(refusal(answer)));
        for (var citation : answer.path("citations")) {
            lines.add("");
            lines.add(
                    terminal.strong("[%d] %s".formatted(citation.path("number").asInt(), place(citation))));
            lines.add("    “%s”".formatted(Plain.line(citation.path("quote").asText())));
        }
        if (!answers(answer)) lines.addAll(nearest(answer.path("passages"), terminal));
        lines.add("");
        lines.add(terminal.dim("to go on: kb ask --chat %s \"…\""
                .formatted(answer.path("chat_id").asText())));
        return lines;
    }

    private static String refusal(JsonNode answer) {
        var status = answer.path("status").asText();
        return switch (status) {
            case "not_in_documents" ->
                answer.path("passages").isEmpty()
                        ? "The documents do not say, and nothing in them comes near: kb ingest FOLDER brings some in."
                        : "The documents do not say.";
            case "unsupported" -> "No quote supports this: take it for a guess.";
            default -> "There is no answer (%s).".formatted(status);
        };
    }

    private static List<String> nearest(JsonNode passages, Terminal terminal) {
        var lines = new ArrayList<String>();
        for (var passage : passages) {
            if (lines.size() == 2 * NEAREST) break;
            lines.add(terminal.strong("nearest: " + place(passage)));
            lines.add("    " + excerpt(Plain.line(passage.path("text").asText())));
        }
        return lines;
    }

    private static String place(JsonNode cited) {
        var section = Plain.line(cited.path("section").asText(""));
        var place = "%s, page %d"
                .formatted(
                        Plain.line(cited.path("filename").asText()),
                        cited.path("page").asInt());
        return section.isEmpty() ? place : place + ", " + section;
    }

    private static String excerpt(String text) {
        if (text.length() <= EXCERPT) return text;
        var end = text.offsetByCodePoints(0, text.codePointCount(0, EXCERPT) - 1);
        return text.substring(0, end) + "…";
    }
}
