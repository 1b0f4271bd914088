package kb.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.pages.Sentences;
import kb.pages.Span;
import kb.search.Passage;

/**
 * A sentence of a passage that may answer the question, as the index has it: not yet checked against the page.
 *
 * @param heading what stands right above it and says what it is about; empty when nothing does
 * @param isHeading whether it is such a line itself: it tells what is answered below, and answers little
 */
record Candidate(Passage passage, String text, String heading, boolean isHeading) {
    private static final int LONGEST_HEADING = 120;
    private static final Pattern NO_WORD = Pattern.compile("(?i)\\.pdf$|[_.]+");
    private static final String ENDS = ".!?:;…。！？";

    /** A sentence that says "it" is understood by what stands above it. */
    String understood() {
        return heading.isEmpty() ? text : heading + "\n" + text;
    }

    /** The names of where it stands: of its document, its section, and what is right above it. */
    String place() {
        var document = NO_WORD.matcher(passage.filename()).replaceAll(" ").strip();
        var above = passage.section().endsWith(heading) ? "" : heading;
        return Stream.of(document, passage.section(), above)
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(": "));
    }

    /** The first cell of a row of a table; empty for any other sentence. */
    String label() {
        return text.substring(0, Math.max(0, text.indexOf('\t')));
    }

    /** The sentence at its place: what is embedded. */
    String placed() {
        return place() + "\n" + text;
    }

    /** The sentences of all passages, each once. */
    static List<Candidate> of(List<Passage> passages) {
        var seen = new HashSet<String>();
        var candidates = new ArrayList<Candidate>();
        for (var passage : passages) {
            for (var candidate : of(passage)) if (seen.add(candidate.text())) candidates.add(candidate);
        }
        return candidates;
    }

    /** The passage's sentences in order. */
    static List<Candidate> of(Passage passage) {
        var candidates = new ArrayList<Candidate>();
        var heading = "";
        for (var span : Sentences.of(passage.text())) {
            var text = passage.text().substring(span.start(), span.end());
            var isHeading = isHeading(passage.text(), span);
            candidates.add(new Candidate(passage, text, heading, isHeading));
            heading = isHeading ? text : "";
        }
        return candidates;
    }

    /** A short paragraph of its own above another, without the end of a sentence. */
    private static boolean isHeading(String passage, Span span) {
        var text = passage.substring(span.start(), span.end());
        return span.length() <= LONGEST_HEADING
                && ENDS.indexOf(text.charAt(text.length() - 1)) < 0
                && !text.contains("\t")
                && (span.start() == 0 || passage.startsWith("\n\n", span.start() - 2))
                && passage.startsWith("\n\n", span.end());
    }
}
