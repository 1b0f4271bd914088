package kb.chat;

import static kb.chat.PromptFile.framed;

import java.util.List;
import java.util.Map;
import kb.search.Passage;

/** What a model is told that answers a question. */
final class Prompts {
    private final PromptFile rules = PromptFile.read("answer.txt");
    private final PromptFile material = PromptFile.read("question.txt");

    LanguageModel.Prompt prompt(String question, List<Passage> passages) {
        var numbered = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) numbered.append(passage(i + 1, passages.get(i)));
        var places = Map.of("passages", numbered.toString(), "question", framed("question", question));
        return new LanguageModel.Prompt(rules(), material.filled(places));
    }

    String rules() {
        return rules.text();
    }

    private static String passage(int number, Passage passage) {
        var section = passage.section().isBlank() ? "" : framed("part", passage.section()) + "\n";
        return "passage %d\n%s\n%s\n%s%s\n\n"
                .formatted(
                        number,
                        framed("file", passage.filename()),
                        framed("page", Integer.toString(passage.page())),
                        section,
                        framed("text", passage.text()));
    }
}
