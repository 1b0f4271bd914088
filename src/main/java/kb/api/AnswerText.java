package kb.api;

import java.util.stream.Collectors;
import kb.chat.Citation;
import kb.chat.Message;

/** An answer as Markdown by itself, for clients that show nothing beside it: its citations are footnotes. */
public final class AnswerText {
    private static final String NONE = "The documents do not answer this question.";

    private AnswerText() {}

    /** It begins with the answer's content, where there is any. */
    public static String of(Message message) {
        if (message.content().isEmpty()) return NONE;
        if (message.citations().isEmpty()) return message.content();
        return message.content()
                + message.citations().stream()
                        .map(AnswerText::footnote)
                        .collect(Collectors.joining("\n", "\n\n---\n\n", ""));
    }

    /** Whether such a text said that there is no answer. */
    static boolean isNone(String text) {
        return text.strip().equals(NONE);
    }

    /** As one item of a list: readers of Markdown keep its line. */
    private static String footnote(Citation citation) {
        return "- [%d] %s, page %d: “%s”"
                .formatted(
                        citation.number(),
                        InertMarkdown.line(citation.filename()),
                        citation.page(),
                        InertMarkdown.line(citation.quote()));
    }
}
