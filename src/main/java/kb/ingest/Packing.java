package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import kb.pages.Span;

/** Fills chunks with groups, whole where they fit. */
final class Packing {
    /** Of the size: what is left of a section is no chunk of its own when it is shorter. */
    private static final double LEAST = 0.125;

    /** A chunk that is so full ends with its paragraph: it is about fewer things. */
    private static final double HALF = 0.5;

    private static final double MOST_REPEATED = 0.2;
    private static final double MOST_WITH_TAIL = 1.1;

    private final int size;
    private final List<Chosen> chosen = new ArrayList<>();
    private final List<Sentence> open = new ArrayList<>();

    private record Chosen(Span span, int tokens) {}

    private Packing(int size) {
        this.size = size;
    }

    /** @param size in tokens */
    static List<Span> of(List<Group> groups, int size) {
        var packing = new Packing(size);
        for (var group : groups) packing.add(group);
        if (!groups.isEmpty()) packing.end(groups.getLast());
        return packing.chosen.stream().map(Chosen::span).toList();
    }

    private void add(Group group) {
        if (endsBefore(group)) close();
        if (tokens() + group.tokens() <= size) open.addAll(group.sentences());
        else group.sentences().forEach(this::add);
    }

    private boolean endsBefore(Group group) {
        if (tokens() <= LEAST * size) return false;
        return group.headed() || tokens() > HALF * size || tokens() + group.tokens() > size;
    }

    /** Of a group that is longer than a chunk. The next chunk repeats a sentence of a paragraph that was cut. */
    private void add(Sentence sentence) {
        if (!open.isEmpty() && tokens() + sentence.tokens() > size) {
            var last = open.getLast();
            close();
            if (repeats(last, sentence)) open.add(last);
        }
        open.add(sentence);
    }

    private boolean repeats(Sentence last, Sentence next) {
        return last.isInParagraphOf(next)
                && !last.row()
                && last.tokens() <= MOST_REPEATED * size
                && last.tokens() + next.tokens() <= size;
    }

    /** A short end joins the chunk before it, unless it is a section of its own. */
    private void end(Group last) {
        var tail = tokens();
        var joins = !chosen.isEmpty()
                && tail < LEAST * size
                && chosen.getLast().tokens() + tail <= MOST_WITH_TAIL * size
                && (!last.headed() || open.size() < last.sentences().size());
        if (!joins) {
            close();
            return;
        }
        var before = chosen.removeLast();
        var end = open.getLast().span().end();
        chosen.add(new Chosen(new Span(before.span().start(), end), before.tokens() + tail));
    }

    private int tokens() {
        return open.stream().mapToInt(Sentence::tokens).sum();
    }

    private void close() {
        if (open.isEmpty()) return;
        var start = open.getFirst().span().start();
        chosen.add(new Chosen(new Span(start, open.getLast().span().end()), tokens()));
        open.clear();
    }
}
