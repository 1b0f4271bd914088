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

    private static List<String> understood(String text) {
        return of(text).stream().map(Candidate::understood).toList();
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
        var passage =
                new Passage(id, id, "house_rules_2024.PDF", 1, 1, "Library › Fees", text, span, List.of(), 1, parts);
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

    @Test
    void a_row_of_a_table_is_read_below_the_names_of_its_columns() {
        assertEquals(
                List.of(
                        "Boat\tSeats\tRent",
                        "Boat\tSeats\tRent\nSkiff\t4\t12 euros",
                        "Boat\tSeats\tRent\nPunt\t6\t9 euros",
                        "Oars are at the hut."),
                understood("Boat\tSeats\tRent\nSkiff\t4\t12 euros\nPunt\t6\t9 euros\n\nOars are at the hut."));
        assertEquals(
                "thousands\t2021\t2020\nBoats let\t31\t28",
                understood("thousands\t2021\t2020\nBoats let\t31\t28").getLast());
    }

    @Test
    void a_row_with_a_label_and_a_row_with_figures_name_no_columns() {
        for (var rows :
                List.of(List.of("Seats\tfour", "Rent\t12 euros"), List.of("Skiff\t4\t12 euros", "Punt\t6\t9 euros")))
            assertEquals(rows, understood(String.join("\n", rows)));
    }

    @Test
    void an_item_of_a_list_is_read_below_the_words_that_lead_it_in_which_answer_little_by_themselves() {
        var text = "Whoever rents a boat brings:\n• a passport\n• ten euros\n\nThe hut is locked at six.";
        assertEquals(
                List.of(
                        "Whoever rents a boat brings:",
                        "Whoever rents a boat brings:\n• a passport",
                        "Whoever rents a boat brings:\n• ten euros",
                        "The hut is locked at six."),
                understood(text));
        assertEquals(
                List.of(true, false, false, false),
                of(text).stream().map(Candidate::isHeading).toList());
    }

    @Test
    void a_word_by_itself_answers_nothing() {
        assertEquals(List.of("Boats leave at nine."), understood("Welcome. Boats leave at nine. Enjoy!"));
        assertEquals(
                List.of("Boats", "Boats\nThey leave at nine."), understood("Boats\n\nWelcome. They leave at nine."));
    }
}
