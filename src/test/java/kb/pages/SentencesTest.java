package kb.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    /** Each case is a text with a bar where a sentence ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "One.| Two!| Three?| Four",
                "Mr. Smith met Dr. Jones.| They talked.",
                "It fell in the U.S. Senate.| It passed later.",
                "He lives in the U.S.| The law is new.",
                "Apple Inc. Annual Report.| Sold by Acme Inc.| The rest went to others.",
                "See No. 5 and Fig. 3 for more.| The answer was no.| Nobody asked.",
                "J. R. R. Tolkien wrote it.| Everyone read it.",
                "The price rose 3.5 percent to $1.25.| It fell later.",
                "Well... maybe not.| So it ended...| Nobody knew.",
                "He said \"Stop.\"| Then he left.",
                "“Why?” he asked.| “Because.”| She smiled.",
                "It works (mostly.)| Then it fails.",
                "Drinks, e.g. tea, i.e. leaves vs. beans.| Good.",
                "The meeting is at 5 p.m. on Monday.| Come early.",
                "In 1973.| The crisis began.",
                "A Heading\n|\nThe text goes\non here.| It ends.",
                "Bring these:|\n• a pen|\n• some paper",
                "Steps|\n1. Open the box.|\n2. Close it.",
                "Options|\na) the first|\n(b) the second",
                "Prices:|\n- ten euros|\n",
                "The range is 5\n- 7 metres.",
                "今日は晴れです。|明日は雨でしょう。|「はい。」|そう。",
                "Smith et al. Found nothing.| Others did.",
            })
    void a_text_is_split_where_a_reader_would(String marked) {
        var expected = List.of(marked.split("\\|")).stream()
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        assertEquals(expected, split(marked.replace("|", "")));
    }

    @Test
    void a_text_of_nothing_has_no_sentences() {
        assertEquals(List.of(), split(" \n\n \n"));
    }

    @Test
    void an_endless_sentence_is_cut_at_a_comma() {
        var text = "word ".repeat(100) + "comma, " + "word ".repeat(100);
        var first = split(text).getFirst();
        assertTrue(first.endsWith("comma,"), first);
        assertCovers(text);
    }

    @Test
    void a_sentence_without_any_space_is_cut_between_characters() {
        var text = "x".repeat(599) + "😀".repeat(400);
        for (var part : split(text)) {
            assertTrue(part.length() <= Sentences.LONGEST);
            assertFalse(Character.isLowSurrogate(part.charAt(0)));
            assertFalse(Character.isHighSurrogate(part.charAt(part.length() - 1)));
        }
        assertCovers(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "A. ", "? ", "\n", "a\n\n", "1. x\n", "…", "(", "。", ". . .\n- "})
    @Timeout(20)
    void half_a_million_characters_of_anything_take_seconds_and_not_hours(String unit) {
        var text = unit.repeat(500_000 / unit.length());
        assertCovers(text);
    }

    private static void assertCovers(String text) {
        var end = 0;
        for (var span : Sentences.of(text)) {
            assertTrue(span.start() >= end && span.length() > 0, "in order, without overlap");
            assertTrue(text.substring(end, span.start()).isBlank(), "nothing left out");
            end = span.end();
        }
        assertTrue(text.substring(end).isBlank(), "nothing left out");
    }

    private static List<String> split(String text) {
        return Sentences.of(text).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
