package kb.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kb.chat.AnswerStatus;
import kb.chat.Citation;
import kb.chat.Feedback;
import kb.chat.Message;
import kb.chat.Role;
import kb.chat.Transcript;

/** A conversation as Markdown for people: citations are footnotes, numbered through. */
final class ChatMarkdown {
    /** As {@link InertMarkdown} leaves the marks of an answer's citations. */
    private static final Pattern MARK = Pattern.compile("\\\\\\[(\\d{1,9})\\\\]");

    private final List<String> parts = new ArrayList<>();
    private final List<String> footnotes = new ArrayList<>();

    private ChatMarkdown() {}

    static String of(Transcript transcript, Instant at) {
        var markdown = new ChatMarkdown();
        var title = transcript.chat().title().map(InertMarkdown::line).orElse("Conversation");
        markdown.parts.add("# " + title);
        markdown.parts.add("Exported " + at + ". Quotes were checked against their pages when the answers were given.");
        transcript.messages().forEach(markdown::add);
        if (!markdown.footnotes.isEmpty()) markdown.parts.add(String.join("\n", markdown.footnotes));
        return String.join("\n\n", markdown.parts) + "\n";
    }

    private void add(Message message) {
        var who = message.role() == Role.USER ? "Question" : "Answer";
        parts.add("## " + who + ", " + message.createdAt());
        if (message.role() == Role.USER) {
            parts.add(quoted(InertMarkdown.lines(message.content())));
            return;
        }
        message.status().flatMap(ChatMarkdown::remark).ifPresent(remark -> parts.add("*" + remark + "*"));
        if (!message.content().isBlank()) parts.add(cited(message));
        message.feedback().ifPresent(feedback -> parts.add(said(feedback)));
    }

    private static String quoted(String markdown) {
        return markdown.lines().map(line -> ("> " + line).strip()).collect(Collectors.joining("\n"));
    }

    private static Optional<String> remark(AnswerStatus status) {
        return switch (status) {
            case ANSWERED -> Optional.empty();
            case PARTIAL -> Optional.of("Some sentences are not supported by a quote.");
            case UNSUPPORTED -> Optional.of("No sentence is supported by a quote.");
            case NOT_IN_DOCUMENTS -> Optional.of("The documents say too little about it.");
            case FAILED -> Optional.of("A part of the service was down.");
            case ABORTED -> Optional.of("The asker went away.");
        };
    }

    private String cited(Message answer) {
        var numbers = new HashMap<Integer, Integer>();
        for (var citation : answer.citations()) {
            numbers.put(citation.number(), footnotes.size() + 1);
            footnotes.add("[^%d]: %s".formatted(footnotes.size() + 1, footnote(citation)));
        }
        return MARK.matcher(InertMarkdown.lines(answer.content())).replaceAll(mark -> mark(mark.group(1), numbers));
    }

    /** What only looks like a citation's mark stays text. */
    private static String mark(String number, Map<Integer, Integer> numbers) {
        var footnote = numbers.get(Integer.parseInt(number));
        return footnote == null ? "\\\\\\[" + number + "\\\\\\]" : "[^" + footnote + "]";
    }

    private static String footnote(Citation citation) {
        var section = citation.section().isBlank() ? "" : ", " + InertMarkdown.line(citation.section());
        return "%s, version %d, page %d%s: “%s”"
                .formatted(
                        InertMarkdown.line(citation.filename()),
                        citation.version(),
                        citation.page(),
                        section,
                        InertMarkdown.line(citation.quote()));
    }

    private static String said(Feedback feedback) {
        var rating =
                switch (feedback.rating()) {
                    case UP -> "Rated up";
                    case DOWN -> "Rated down";
                };
        return rating
                + feedback.comment()
                        .map(text -> ": " + InertMarkdown.line(text))
                        .orElse("");
    }
}
