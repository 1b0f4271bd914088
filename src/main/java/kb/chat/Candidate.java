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
 * @param heading what it is read below: the heading right above it, its table's header, or the words that lead its list in; empty
 *     when nothing is
 * @param isHeading whether it is such a line itself: it tells what is answered below, and answers little
 */
record Candidate(Passage passage, String text, String heading, boolean isHeading) {
    private static final int LONGEST_HEADING = 120;
    private static final Pattern NO_WORD = Pattern.compile("(?i)\\.pdf$|[_.]+");
    private static final String STATEMENT_ENDS = ".!…。！";
    private static final String ENDS = ".!?:;…。！？";
    private static final Pattern ITEM = Pattern.compile("^(?:[•▪◦‣●■✓➢–—*-]|\\(?(?:\\d{1,2}|[a-zA-Z])[.)])\\s");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern COLUMNS = Pattern.compile("[^\\t]*\\t[^\\t\\d]+(?:\\t[^\\t\\d]+)+");
    private static final Pattern ONE_WORD = Pattern.compile("[\\p{L}\\p{M}'\u2019-]+\\p{P}*");

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

    /** Whether it ends as a whole sentence does that asks nothing. */
    boolean isStatement() {
        return STATEMENT_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
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

    /** The passage's sentences in order, without those of a single word, which answer nothing. */
    static List<Candidate> of(Passage passage) {
        var candidates = new ArrayList<Candidate>();
        var heading = "";
        var header = "";
        var leadIn = "";
        for (var span : Sentences.of(passage.text())) {
            var text = passage.text().substring(span.start(), span.end());
            var isHeading = isHeading(passage.text(), span);
            if (!isHeading && ONE_WORD.matcher(text).matches()) continue;
            if (text.indexOf('\t') < 0) header = "";
            if (!ITEM.matcher(text).find()) leadIn = "";
            var above = header.isEmpty() ? leadIn.isEmpty() ? heading : leadIn : header;
            candidates.add(new Candidate(passage, text, above, isHeading || text.endsWith(":")));
            heading = isHeading ? text : "";
            if (header.isEmpty() && isHeader(text)) header = text;
            if (text.endsWith(":")) leadIn = text;
        }
        return candidates;
    }

    /** The first of a table's rows, when it has three cells or more that name columns: of numbers, years alone. */
    private static boolean isHeader(String row) {
        return COLUMNS.matcher(YEAR.matcher(row).replaceAll("year")).matches();
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
