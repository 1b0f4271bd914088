package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import kb.pages.Bookmarks;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.Sentences;
import kb.pages.Span;

/**
 * Cuts pages into chunks of whole sentences, and of whole paragraphs, lists, tables and sections where they fit.
 *
 * <p>A chunk lies on one page. Where a paragraph had to be cut, its next chunk repeats the last sentence, so that what belongs together
 * stands together once. The same pages give the same chunks with the same ids.
 */
public final class Chunker {
    /** Of the size: what is said beside the text. Text, context and a short end are 1.4 times the size at most. */
    private static final double MOST_CONTEXT = 0.3;

    private final int size;
    private final ToIntFunction<String> tokens;

    /** @param size what a chunk should hold, in tokens @param tokens counts those of a text */
    public Chunker(int size, ToIntFunction<String> tokens) {
        if (size < 1) throw new IllegalArgumentException("a chunk holds something");
        this.size = size;
        this.tokens = tokens;
    }

    /** Of a file that lists no contents. */
    public List<Chunk> chunks(UUID document, Optional<String> title, Iterable<Page> pages) {
        return chunks(document, title, Bookmarks.NONE, pages);
    }

    /** @param title of the document @param pages are walked through several times, and never held all at once */
    public List<Chunk> chunks(UUID document, Optional<String> title, Bookmarks bookmarks, Iterable<Page> pages) {
        var chunks = new ArrayList<Chunk>();
        var structure = Structure.of(pages, bookmarks);
        for (var page : pages) {
            for (var span : spans(structure, page)) {
                chunks.add(chunk(document, title, structure, page, span, chunks.size()));
            }
        }
        return chunks;
    }

    private Chunk chunk(
            UUID document, Optional<String> title, Structure structure, Page page, Span span, int position) {
        var id = NameBasedId.of(document, Integer.toString(position));
        var heading = structure.headings().above(page.number(), (span.start() + span.end()) / 2);
        var section = heading.map(Heading::text).orElse("");
        var context = Context.of(title, heading, page, span, this::isShort);
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

    private boolean isShort(String context) {
        return tokens.applyAsInt(context) <= MOST_CONTEXT * size;
    }

    private List<Span> spans(Structure structure, Page page) {
        var spans = new ArrayList<Span>();
        for (var body : structure.running().bodies(page)) {
            var groups = Group.of(
                    sentences(page, body),
                    sentence -> structure.headings().hold(page.number(), sentence.span()),
                    sentence -> page.text(sentence.span()).endsWith(":"),
                    size);
            spans.addAll(Packing.of(groups, size));
        }
        return spans;
    }

    private List<Sentence> sentences(Page page, Span body) {
        var sentences = new ArrayList<Sentence>();
        var paragraph = 0;
        var last = body.start();
        for (var part : Sentences.of(page.text(body))) {
            var span = new Span(body.start() + part.start(), body.start() + part.end());
            if (page.text().substring(last, span.start()).contains("\n\n")) paragraph++;
            add(sentences, page, span, paragraph);
            last = span.end();
        }
        return sentences;
    }

    /** In halves when it is longer than a chunk: between words where there are several. */
    private void add(List<Sentence> sentences, Page page, Span span, int paragraph) {
        var text = page.text(span);
        var count = tokens.applyAsInt(text) + 1;
        if (count <= size || text.length() < 2) {
            var row = page.table(span).isPresent();
            sentences.add(new Sentence(span, count, paragraph, row));
            return;
        }
        var cut = span.start() + middle(text);
        add(sentences, page, trimmed(page, span.start(), cut), paragraph);
        add(sentences, page, trimmed(page, cut, span.end()), paragraph);
    }

    private static int middle(String text) {
        var half = text.length() / 2;
        for (int i = half; i < text.length() - 1; i++) if (Character.isWhitespace(text.charAt(i))) return i;
        for (int i = half; i > 0; i--) if (Character.isWhitespace(text.charAt(i))) return i;
        return Character.isLowSurrogate(text.charAt(half)) && half > 1 ? half - 1 : half;
    }

    private static Span trimmed(Page page, int from, int to) {
        var start = from;
        while (start < to && Character.isWhitespace(page.text().charAt(start))) start++;
        return new Span(start, to);
    }
}
