package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.Sentences;
import kb.pages.Span;

/**
 * Cuts pages into chunks of whole sentences.
 *
 * <p>A chunk lies on one page. Where a paragraph had to be cut, its next chunk repeats the last sentence, so that what belongs together
 * stands together once. The same pages give the same chunks with the same ids.
 */
public final class Chunker {
    private static final int LONGEST_REPEATED = 200;
    private static final int SHORTEST_TAIL = 200;
    private static final double MOST_WITH_TAIL = 1.3;

    private final int size;

    /** @param size what a chunk should hold, in characters */
    public Chunker(int size) {
        if (size < 1) throw new IllegalArgumentException("a chunk holds something");
        this.size = size;
    }

    /** @param pages are walked through several times, and never held all at once */
    public List<Chunk> chunks(UUID document, Iterable<Page> pages) {
        var chunks = new ArrayList<Chunk>();
        var structure = Structure.of(pages);
        for (var page : pages) chunks.addAll(chunks(document, structure, page, chunks.size()));
        return chunks;
    }

    /** The chunks of one page. @param position how many the pages before it have */
    List<Chunk> chunks(UUID document, Structure structure, Page page, int position) {
        var chunks = new ArrayList<Chunk>();
        for (var body : structure.running().bodies(page)) {
            for (var part : spans(page.text(body))) {
                var span = new Span(body.start() + part.start(), body.start() + part.end());
                chunks.add(chunk(document, structure, page, span, position + chunks.size()));
            }
        }
        return chunks;
    }

    private static Chunk chunk(UUID document, Structure structure, Page page, Span span, int position) {
        var id = NameBasedId.of(document, Integer.toString(position));
        var heading = structure.headings().above(page.number(), span.start());
        var section = heading.map(Heading::text).orElse("");
        var context = Context.of(heading, page, span);
        var sections = structure.headings().sections(page.number(), span);
        return new Chunk(
                id,
                document,
                position,
                page.number(),
                span,
                section,
                page.text(span),
                page.boxes(span),
                context,
                sections);
    }

    private List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        var sentences = Sentences.of(text);
        var first = 0; // not yet in any chunk
        while (first < sentences.size()) {
            var start = start(text, sentences, first);
            var next = end(text, sentences, start, first);
            var end = sentences.get(next - 1).end();
            var fresh = end - sentences.get(first).start();
            if (!spans.isEmpty() && next == sentences.size() && fresh < SHORTEST_TAIL && takes(spans.getLast(), end)) {
                spans.add(new Span(spans.removeLast().start(), end));
            } else {
                spans.add(new Span(start, end));
            }
            first = next;
        }
        return spans;
    }

    private boolean takes(Span last, int end) {
        return end - last.start() <= MOST_WITH_TAIL * size;
    }

    /** Where the chunk starts whose first new sentence this is. */
    private int start(String text, List<Span> sentences, int first) {
        var sentence = sentences.get(first);
        if (first == 0) return sentence.start();
        var before = sentences.get(first - 1);
        var repeats = before.length() <= LONGEST_REPEATED
                && sentence.end() - before.start() <= size
                && !paragraphEnds(text, before, sentence);
        return repeats ? before.start() : sentence.start();
    }

    /** The first sentence that the chunk does not hold. */
    private int end(String text, List<Span> sentences, int start, int first) {
        var next = first + 1;
        while (next < sentences.size() && sentences.get(next).end() - start <= size) {
            var last = sentences.get(next - 1);
            if (last.end() - start > size / 2 && paragraphEnds(text, last, sentences.get(next))) break;
            next++;
        }
        return next;
    }

    private static boolean paragraphEnds(String text, Span last, Span next) {
        return text.substring(last.end(), next.start()).contains("\n\n");
    }
}
