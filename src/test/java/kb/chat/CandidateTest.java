package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import kb.pages.Span;
import kb.search.Passage;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static List<Candidate> of(String text) {
        var id = new UUID(0, 1);
        var span = new Span(0, text.length());
        return Candidate.of(new Passage(id, id, "a.pdf", 1, 1, "", text, span, List.of(), 1, new Passage.Parts(1, 0)));
    }

    @Test
    void a_heading_belongs_to_the_sentence_below_it() {
        var candidates = of("7. The local history collection\n\nIt was founded in 1911. It has two thousand letters.");
        assertEquals(
                List.of(
                        "7. The local history collection",
                        "7. The local history collection\nIt was founded in 1911.",
                        "It has two thousand letters."),
                candidates.stream().map(Candidate::understood).toList());
        assertEquals(
                List.of(true, false, false),
                candidates.stream().map(Candidate::isHeading).toList());
        assertEquals("It was founded in 1911.", candidates.get(1).text());
    }

    @Test
    void a_sentence_is_placed_under_the_names_of_its_document_its_section_and_the_line_above_it() {
        var text = "Fees\n\nA lost card costs four euros.";
        var id = new UUID(0, 1);
        var span = new Span(0, text.length());
        var parts = new Passage.Parts(1, 0);
        var passage = new Passage(
                id, id, "house_rules_2024.PDF", 1, 1, "Library › Fees", text, span, List.of(), 1, parts);
        assertEquals(
                List.of(
                        "house rules 2024: Library › Fees\nFees",
                        "house rules 2024: Library › Fees\nA lost card costs four euros."),
                Candidate.of(passage).stream().map(Candidate::placed).toList());
    }

    @Test
    void a_sentence_a_row_of_a_table_and_what_stands_above_nothing_are_no_headings() {
        for (var text : List.of(
                "The library is closed.\n\nIt opens at nine.",
                "Revenue\t46,298\n\nAll figures are in millions.",
                "Opening hours",
                "A paragraph that goes on\nover several lines " + "and on ".repeat(20) + "\n\nAnother.")) {
            assertEquals(
                    List.of(), of(text).stream().filter(Candidate::isHeading).toList(), text);
        }
    }
}
