package kb.search;

import static kb.search.Suggested.OTHER;
import static kb.search.Suggested.OURS;
import static kb.search.Suggested.VISIBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kb.pages.Chunk;
import kb.pages.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPhrasesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Who wrote "the long way home"?          | the long way home
            “lost card” or "lost  key" fees         | lost card,lost  key
            Was heißt „große Fahrt“ hier?           | große Fahrt
            Que veut dire «au large» et »dehors«?   | au large,dehors""")
    void what_stands_in_quotation_marks_is_a_phrase(String question, String phrases) {
        assertEquals(
                Arrays.asList(phrases.split(",")), QuotedPhrases.in(question).phrases());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no marks", "a 5\" pipe", "\"\"", "\" - \"", "it's the members' room", "\u201clone"})
    void other_marks_quote_nothing(String question) {
        assertTrue(QuotedPhrases.in(question).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "lost card"        | The LOST\\nCard costs.
            "lost card"        | „Lost card“, it said.
            "grosse Fahrt"     | Große Fahrt
            "INV-2024/0815"    | Invoice INV-2024/0815.
            "§ 12.3"           | as in §12.3, first
            "3.5 %"            | by 3.5% a year
            "1,234.5"          | about 1234.5 kg
            "a@b.org"          | write to A@B.org.
            "information desk" | the infor-\\nmation desk
            "long-term"        | a long-\\nterm loan
            "京都"              | 東京都に行く
            "fee"              | no fee (yet)""")
    void a_text_holds_a_phrase_whatever_its_case_spaces_and_line_ends(String quoted, String text) {
        assertEquals(1.0, QuotedPhrases.in(quoted).share(text.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "lost card"        | a card that is lost
            "lost card"        | lost cards
            "lost card"        | almost card
            "INV-2024/0815"    | INV-2024/08151
            "INV-2024/0815"    | INV 2024 0815
            "12.3"             | 112.3 or 12.34
            "§ 12.3"           | 12.3""")
    void like_words_are_not_the_phrase(String quoted, String text) {
        assertEquals(0.0, QuotedPhrases.in(quoted).share(text));
    }

    @Test
    void of_several_phrases_each_counts() {
        assertEquals(0.85, QuotedPhrases.in("\"lost card\" \"lost key\"").share("a lost card"));
    }

    @Test
    void a_chunk_that_holds_the_phrase_comes_before_one_that_ranks_better() {
        var better = List.of(hit(OTHER, 0, 9, "Card, lost card holder, card lost."), hit(OTHER, 1, 8, "A card."));
        var byWords = new ArrayList<>(better);
        byWords.add(hit(VISIBLE, 0, 1, "The lost and found card."));
        var service = Suggested.service(new FakeIndex(byWords, better), FakeEmbedder.usual());
        assertEquals(
                List.of("The lost and found card.", "Card, lost card holder, card lost.", "A card."),
                texts(service.search(Selection.all(OURS), "card \"lost and found\"", 5)));
        assertEquals(
                List.of("Card, lost card holder, card lost.", "A card.", "The lost and found card."),
                texts(service.search(Selection.all(OURS), "card lost and found", 5)));
    }

    @Test
    void scores_stay_between_0_and_1_and_are_the_sum_of_their_parts() {
        var hits = List.of(hit(VISIBLE, 0, 3, "The lost card."), hit(OTHER, 0, 2, "Nothing."));
        var found = Suggested.service(new FakeIndex(hits, hits), FakeEmbedder.usual())
                .search(Selection.all(OURS), "\"lost card\"", 5);
        assertEquals(1.0, found.passages().getFirst().score(), 1e-9);
        for (var passage : found.passages())
            assertEquals(passage.parts().keyword() + passage.parts().vector(), passage.score(), 1e-9);
    }

    @Test
    void a_phrase_nobody_has_changes_nothing() {
        var hits = List.of(hit(VISIBLE, 0, 3, "The lost card."), hit(OTHER, 0, 2, "Nothing."));
        var service = Suggested.service(new FakeIndex(hits, hits), FakeEmbedder.usual());
        assertEquals(
                service.search(Selection.all(OURS), "blue moon", 5).passages(),
                service.search(Selection.all(OURS), "\"blue moon\"", 5).passages());
    }

    @Test
    void the_meaning_alone_knows_no_phrases() {
        var hits = List.of(hit(OTHER, 0, 0.9, "Nothing."), hit(VISIBLE, 0, 0.1, "The lost card."));
        var found = Suggested.service(new FakeIndex(hits, hits), FakeEmbedder.usual())
                .search(Selection.all(OURS), "\"lost card\"", 5, Set.of(Leg.VECTOR));
        assertEquals(List.of("Nothing.", "The lost card."), texts(found));
    }

    @Test
    void a_phrase_is_looked_for_deeper_than_its_words_alone_would_need() {
        var hits = new ArrayList<Hit>();
        for (int n = 0; n < 700; n++) hits.add(hit(OTHER, n, 1000 - n, "found and lost " + n));
        hits.add(hit(VISIBLE, 0, 1, "lost and found"));
        var found = Suggested.service(new FakeIndex(hits, List.of()), FakeEmbedder.usual())
                .search(Selection.all(OURS), "\"lost and found\"", 1);
        assertEquals(List.of("lost and found"), texts(found));
    }

    private static Hit hit(UUID document, int position, double score, String text) {
        var id = new UUID(document.getLeastSignificantBits(), position);
        var span = new Span(100 * position, 100 * position + text.length());
        return new Hit(new Chunk(id, document, position, 1, span, "", text, List.of()), score);
    }

    private static List<String> texts(SearchService.Found found) {
        return found.passages().stream().map(Passage::text).toList();
    }
}
