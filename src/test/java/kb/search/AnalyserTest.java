package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyserTest {
    private final Analyser analyser = new Analyser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The companies connected quickly       | compani connect quickli
            AES-256                               | ae 256 aes-256
            pi is 3.14                            | pi 3 14 3.14
            Form 10-K                             | form 10 k 10-k
            ISO/IEC-27001                         | iso iec 27001 iso/iec-27001
            snake_case.txt                        | snake case txt snake_case.txt
            and/or                                | and/or
            $1,234,567.89                         | 1234567 89 1234567.89
            items 1, 234 and 5,67                 | item 1 234 5 67 5,67
            INV-2024/0815                         | inv 2024 0815 inv-2024/0815
            § 12.3 and §§ 4                       | 12 3 12.3 §12.3 4 §4
            3.5 % of 40% and 20 °C                | 3 5 3.5 3.5% 40 40% 20 20° c
            C++, C# and a+b                       | c c++ c c# b
            AT&T's R&D                            | t at&t r d r&d
            mail anna.berg@example.org now        | mail anna berg exampl org anna.berg@example.org now
            at 10:30 (ratio: 4)                   | 10 30 10:30 ratio 4
            Q3_report-final.v2.xlsx               | q3 report final v2 xlsx q3_report-final.v2.xlsx
            the U.S. economy                      | u s u.s us economi
            Apple's iPhone’s don't                | appl iphon dont
            O'Brien                               | obrien
            Café naïve Łódź Übergröße Ærøskøbing  | cafe naiv lodz ubergross aeroskob
            STRASSE straße                        | strass strass
            ﬁnance Ｈ２Ｏ ①                      | financ h2o 1
            covid‑19 covid‐19                     | covid 19 covid-19 covid 19 covid-19
            東京都に行く                           | 東京 京都 都に に行 行く
            東京2020大会                           | 東京 2020 大会
            サーバー                               | サー ーバ バー
            서울특별시                             | 서울 울특 특별 별시
            京                                    | 京
            Москва новый                          | москва новыи
            (a) "quoted": x*y? [z] {w} ~v ^2 !    | quot x y z w v 2
            Contents ........ 7                   | content 7
            What is the revenue?                  | revenu
            """)
    void text_becomes_tokens(String text, String tokens) {
        assertEquals(List.of(tokens.split(" ")), analyser.tokens(text));
    }

    @Test
    void a_text_of_stop_words_only_keeps_them() {
        assertEquals(List.of("to", "be", "or", "not", "to", "be"), analyser.tokens("To be or not to be"));
        assertEquals(List.of("who"), analyser.tokens("WHO?"));
    }

    @Test
    void a_text_without_letters_or_digits_is_empty() {
        assertEquals(List.of(), analyser.tokens(""));
        assertEquals(List.of(), analyser.tokens(" \n\t\u0000 … — 🙂 '' -"));
    }

    @Test
    void a_word_broken_at_a_line_end_is_found_in_both_readings() {
        assertEquals(List.of("infor", "mation", "infor-mation", "inform"), analyser.tokens("infor-\nmation"));
        assertEquals(List.of("long", "term", "long-term", "longterm"), analyser.tokens("long- \n  term"));
        assertTrue(analyser.tokens("long-\nterm").containsAll(analyser.tokens("long-term")));
    }

    @Test
    void a_soft_hyphen_and_other_invisible_characters_are_no_part_of_a_word() {
        assertEquals(List.of("inform"), analyser.tokens("infor\u00admation"));
        assertEquals(List.of("inform"), analyser.tokens("infor\u200bmation\ufeff"));
    }

    @Test
    void composed_and_decomposed_letters_are_the_same() {
        assertEquals(analyser.tokens("Zürich が 각"), analyser.tokens("Zu\u0308rich か\u3099 \u1100\u1161\u11a8"));
        assertEquals(List.of("zurich", "が", "각"), analyser.tokens("Zürich が 각"));
    }

    @Test
    void the_whole_of_a_name_is_asked_for_as_it_is_written() {
        assertTrue(analyser.tokens("encrypted with AES-256.").contains("aes-256"));
        assertTrue(analyser.tokens("(see 10-K/A, 3.14)").containsAll(List.of("10-k/a", "3.14")));
    }

    @Test
    void no_token_is_long_or_has_white_space() {
        var odd = "x".repeat(10_000) + " " + "𝒳a-".repeat(5_000) + " 𠀀".repeat(50) + " \u00a0¨ a\u2028b "
                + "\uD840\uDC00".repeat(100) + " e\u0301".repeat(9) + " " + "𐐷".repeat(100)
                + "\uD800 a.b".repeat(40_000);
        var tokens = analyser.tokens(odd);
        assertTrue(tokens.size() > 10_000);
        for (var token : tokens) {
            assertTrue(!token.isEmpty() && token.length() <= 64, token);
            assertTrue(token.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)), token);
            assertTrue(token.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE), token);
        }
    }
}
