package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final UUID GUIDE = new UUID(1, 1);
    private static final Page PAGE = page("""
            The library opens at nine. It closes
            at six. Cards cost four euros.

            A lost card is
            replaced in a week. Nobody waits longer.""");

    @Test
    void chunks_of_one_paragraph_are_joined_as_the_page_has_them() {
        joined("The library opens at nine.", "It closes\nat six.", "The library opens at nine. It closes\nat six.");
        joined("at six.", "Cards cost four euros.", "at six. Cards cost four euros.");
        joined("opens at nine. It closes", "at six.", "opens at nine. It closes\nat six.");
    }

    @Test
    void chunks_of_two_paragraphs_are_joined_with_the_end_of_the_first_between() {
        joined("Cards cost four euros.", "A lost card is", "Cards cost four euros.\n\nA lost card is");
    }

    @Test
    void what_the_second_repeats_of_the_first_is_there_once() {
        joined(
                "opens at nine. It closes\nat six.",
                "It closes\nat six. Cards cost",
                "opens at nine. It closes\nat six. Cards cost");
    }

    private static void joined(String one, String other, String whole) {
        var first = chunk(one, 0, "Hours");
        var second = chunk(other, 1, "Hours");
        var expected = chunk(whole, 0, "Hours");
        assertEquals(Optional.of(expected), Neighbours.joined(first, second));
        assertEquals(
                Optional.of(expected.span()), Neighbours.joined(second, first).map(Chunk::span));
        assertEquals(Optional.of(second.id()), Neighbours.joined(second, first).map(Chunk::id));
    }

    @Test
    void others_stay_apart() {
        var first = chunk("The library opens at nine.", 0, "Hours");
        apart(first, chunk("at six.", 2, "Hours"));
        apart(first, chunk("It closes", 1, "Fees"));
        apart(first, first);
        apart(first, chunk("library opens", 1, "Hours"));
        apart(first, on(chunk("It closes", 1, "Hours"), new UUID(2, 2), 1));
        apart(first, on(chunk("It closes", 1, "Hours"), GUIDE, 2));
    }

    @Test
    void chunks_whose_common_part_differs_stay_apart() {
        var first = chunk("The library opens at nine.", 0, "Hours");
        var second = chunk("nine. It closes", 1, "Hours");
        var changed = new Chunk(second.id(), GUIDE, 1, 1, second.span(), "Hours", "five. It closes", second.boxes());
        assertTrue(Neighbours.joined(first, second).isPresent());
        apart(first, changed);
    }

    @Test
    void a_stretch_does_not_grow_without_end() {
        var page = page("word ".repeat(900).strip());
        var first = new Chunk(
                GUIDE,
                GUIDE,
                0,
                1,
                new Span(0, 2_004),
                "",
                page.text(new Span(0, 2_004)),
                page.boxes(new Span(0, 2_004)));
        var second = new Chunk(
                GUIDE,
                GUIDE,
                1,
                1,
                new Span(2_005, 4_009),
                "",
                page.text(new Span(2_005, 4_009)),
                page.boxes(new Span(2_005, 4_009)));
        apart(first, second);
    }

    private static void apart(Chunk one, Chunk other) {
        assertEquals(Optional.empty(), Neighbours.joined(one, other));
        assertEquals(Optional.empty(), Neighbours.joined(other, one));
    }

    /** Any two neighbours that are joined at all. */
    @Test
    void text_and_boxes_of_a_stretch_are_those_of_its_page() {
        var joined = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var page = page(prose(random));
            var words = page.words();
            for (int start = 0; start + 8 < words.size(); start += 5) {
                var one = between(page, words, start, start + 3 + random.nextInt(2));
                var other = between(page, words, start + 2 + random.nextInt(3), start + 8);
                var stretch = Neighbours.joined(one, other);
                if (stretch.isEmpty()) continue;
                joined++;
                assertEquals(page.text(stretch.get().span()), stretch.get().text());
                assertEquals(page.boxes(stretch.get().span()), stretch.get().boxes());
            }
        }
        assertTrue(joined > 1_000, "too few to say anything: " + joined);
    }

    private static Chunk between(Page page, List<Word> words, int first, int last) {
        var span =
                new Span(words.get(first).span().start(), words.get(last).span().end());
        return new Chunk(new UUID(first, last), GUIDE, first, 1, span, "", page.text(span), page.boxes(span));
    }

    private static String prose(Random random) {
        var text = new StringBuilder();
        for (int word = 0; word < 80; word++) {
            if (!text.isEmpty())
                text.append(List.of(" ", " ", " ", "\n", "\n\n").get(random.nextInt(5)));
            text.append("abcdefgh", 0, 1 + random.nextInt(8)).append(random.nextInt(4) == 0 ? "." : "");
        }
        return text.toString();
    }

    private static Chunk chunk(String text, int position, String section) {
        var start = PAGE.text().indexOf(text);
        var span = new Span(start, start + text.length());
        return new Chunk(new UUID(9, position), GUIDE, position, 1, span, section, text, PAGE.boxes(span));
    }

    private static Chunk on(Chunk chunk, UUID document, int page) {
        return new Chunk(
                chunk.id(),
                document,
                chunk.position(),
                page,
                chunk.span(),
                chunk.section(),
                chunk.text(),
                chunk.boxes());
    }

    /** Set in a typewriter's letters, a paragraph half a line below the one before. */
    private static Page page(String text) {
        var words = new ArrayList<Word>();
        var line = 0;
        var top = 72.0;
        var left = 72.0;
        for (int at = 0; at < text.length(); ) {
            var end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
            if (end > at) {
                words.add(new Word(new Span(at, end), line, new Box(1, left, top, left + 6 * (end - at), top + 10)));
                left += 6 * (end - at);
            } else if (text.charAt(end++) == '\n') {
                top += at > 0 && text.charAt(at - 1) == '\n' ? 6 : 12;
                left = 72;
                line++;
            } else {
                left += 6;
            }
            at = end;
        }
        return new Page(1, 612, 792, text, words);
    }
}
