package kb.chat;

import static kb.chat.PromptFile.framed;

import java.util.List;
import java.util.Map;

/** What a model is told that makes a question stand alone. */
final class FollowUpPrompts {
    private static final int LONGEST_ANSWER = 600;
    private static final int LONGEST_QUESTION = 1_000;

    private final PromptFile rules = PromptFile.read("rewrite.txt");
    private final PromptFile material = PromptFile.read("follow-up.txt");

    LanguageModel.Prompt prompt(String question, List<StandaloneQuestion.Turn> history) {
        var conversation = new StringBuilder();
        for (var turn : history.subList(Math.max(0, history.size() - StandaloneQuestion.MOST_TURNS), history.size())) {
            conversation.append(framed("asked", beginning(turn.understood(), LONGEST_QUESTION)));
            conversation.append('\n');
            conversation.append(framed("answered", beginning(turn.answer(), LONGEST_ANSWER)));
            conversation.append("\n\n");
        }
        var places = Map.of("conversation", conversation.toString(), "question", framed("question", question));
        return new LanguageModel.Prompt(rules(), material.filled(places));
    }

    String rules() {
        return rules.text();
    }

    private static String beginning(String text, int longest) {
        if (text.length() <= longest) return text;
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
