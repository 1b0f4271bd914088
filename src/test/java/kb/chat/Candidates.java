package kb.chat;

import java.util.List;
import java.util.UUID;
import kb.pages.Box;
import kb.pages.Span;
import kb.search.Passage;

/** Sentences that are the whole of their passages. */
final class Candidates {
    private Candidates() {}

    static Candidate candidate(String text, double score) {
        return candidate("a.pdf", "", text, score);
    }

    static Candidate placed(String filename, String section, String text) {
        return candidate(filename, section, text, 0);
    }

    static Candidate candidate(String filename, String section, String text, double score) {
        var passage = new Passage(
                new UUID(0, 1),
                new UUID(0, 2),
                filename,
                1,
                1,
                section,
                text,
                new Span(0, text.length()),
                List.of(new Box(1, 0, 0, 1, 1)),
                score,
                new Passage.Parts(score, 0));
        return new Candidate(passage, text, "", false);
    }
}
