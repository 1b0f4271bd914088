package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Paragraphs that are read together: a heading and what it stands above, a list and the sentence that leads to it.
 *
 * @param headed whether it begins with a heading
 */
record Group(List<Sentence> sentences, boolean headed) {
    Group {
        sentences = List.copyOf(sentences);
    }

    int tokens() {
        return sentences.stream().mapToInt(Sentence::tokens).sum();
    }

    /** @param isHeading asked with a paragraph's first sentence @param leadsOn asked with its last @param most tokens that are kept together */
    static List<Group> of(
            List<Sentence> sentences, Predicate<Sentence> isHeading, Predicate<Sentence> leadsOn, int most) {
        var groups = new ArrayList<Group>();
        var open = new ArrayList<Sentence>();
        var paragraphs = paragraphs(sentences);
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            open.addAll(paragraph);
            if (isHeading.test(paragraph.getFirst())) continue;
            if (i + 1 < paragraphs.size()
                    && leadsOn.test(paragraph.getLast())
                    && !isHeading.test(paragraphs.get(i + 1).getFirst())) {
                if (tokens(open) + tokens(paragraphs.get(i + 1)) <= most) continue;
            }
            groups.add(new Group(open, isHeading.test(open.getFirst())));
            open.clear();
        }
        if (!open.isEmpty()) groups.add(new Group(open, true));
        return groups;
    }

    private static int tokens(List<Sentence> sentences) {
        return sentences.stream().mapToInt(Sentence::tokens).sum();
    }

    private static List<List<Sentence>> paragraphs(List<Sentence> sentences) {
        var paragraphs = new ArrayList<List<Sentence>>();
        for (var sentence : sentences) {
            if (paragraphs.isEmpty()
                    || !sentence.isInParagraphOf(paragraphs.getLast().getFirst())) paragraphs.add(new ArrayList<>());
            paragraphs.getLast().add(sentence);
        }
        return paragraphs;
    }
}
