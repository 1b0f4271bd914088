package kb.masking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are set in lines, and what nobody is to see may stand on two of them. */
class MaskedLinesTest {
    private static final List<String> LINE_ENDS = List.of("\n", " \n", "\n  ", "\r\n", "\n\n", "\t\n\t");

    private static String marked(String secret) {
        return secret.replaceAll("[^\\s\\x{A0}]", "▓");
    }

    private static void assertMasked(String secret) {
        for (var around : List.of("It is %s and no other.", "%s", "No.%s\n12 of 40", "the 9 of\n%s, 7")) {
            assertEquals(around.formatted(marked(secret)), Masking.SENSITIVE.of(around.formatted(secret)));
        }
    }

    private static void assertMaskedWhenALineEndsAt(int place, String secret, List<String> lineEnds) {
        for (var end : lineEnds) assertMasked(secret.substring(0, place) + end + secret.substring(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111\u00a01111\u00a01111\u00a01111",
                "4111 1111-1111\u00a01111",
                "3782 822463 10005",
                "3056 930902 5904",
                "6205 5000 0000 0000 004",
                "DE89 3704 0044 0532 0130 00",
                "DE89 37040044 0532013000",
                "GB29 NWBK 6016 1331 9268 19",
                "BE68 5390 0754 7034",
                "2 55 08 14 168 025 38",
                "RSS MRA 85T10 A562S"
            })
    void a_line_may_end_at_each_gap_of_a_number_with_check_digits(String number) {
        for (int place = 1; place < number.length(); place++) {
            if (Character.isLetterOrDigit(number.charAt(place))) continue;
            var parts = List.of(number.substring(0, place), number.substring(place + 1));
            for (var end : LINE_ENDS) {
                assertMasked(String.join(end, parts));
                assertMasked(String.join("-" + end, parts));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"123-45-6789", "X-1234567-L", "12345678-Z", "529.982.247-25"})
    void where_hyphens_and_full_stops_part_a_number_a_line_may_end_behind_each(String number) {
        for (int place = 1; place < number.length(); place++) {
            if (Character.isLetterOrDigit(number.charAt(place - 1))) continue;
            assertMaskedWhenALineEndsAt(place, number, LINE_ENDS);
        }
    }

    @Test
    void where_spaces_part_a_number_without_check_digits_a_line_may_end_in_place_of_one() {
        for (var end : LINE_ENDS) {
            for (var written : List.of("AB%s12 34 56 C", "AB 12 34%s56 C", "AB 12 34 56%sC", "AB1234%s56C"))
                assertMasked(written.formatted(end));
        }
    }

    @Test
    void a_number_without_groups_may_be_cut_by_a_narrow_column() {
        for (int place = 2; place < 14; place++) assertMaskedWhenALineEndsAt(place, "378282246310005", List.of("\n"));
        for (int place = 4; place < 22; place++)
            assertMaskedWhenALineEndsAt(place, "DE89370400440532013000", List.of("\n", "-\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-Ab12_cd34-Ef56gh78Ij90kl12mn34",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
                "glpat-AB1defGH2jklMN3pqrST4",
                "xoxb-123456789012-abcd3fGHIJKL",
                "AIzaSyA-1234567890abcdefghijklmnopqrstu",
                "npm_abcdefghijklmnopqrstuvwxyz0123456789",
                "hf_abCD3fghIJklMNOPqrstUVWXyz4BCDeFGHijk",
                "SG.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf09kqeF8tAmbihYzrnopKc1s5cr",
                "AKIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N4XgL0n3I9PlFUP0THsR8U"
            })
    void a_line_may_end_inside_a_key(String key) {
        for (int place = key.length() / 2 - 2; place < key.length() / 2 + 3; place++)
            assertMaskedWhenALineEndsAt(place, key, LINE_ENDS);
    }

    @Test
    void a_long_key_may_take_many_lines() {
        var part = "Ab12cd34Ef56gh78Ij90kl12mn34Op56";
        assertMasked("sk-ant-api03-" + part + "\n" + part + "\n" + part);
        assertMasked("eyJ" + part + "\n" + part + ".eyJ" + part + "\nab\n" + part + "." + part + "\n" + part);
    }

    @Test
    void what_somebody_calls_a_key_may_go_on_behind_the_end_of_a_line() {
        assertEquals(
                "secret access key = ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\n▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\nfor copies",
                Masking.SENSITIVE.of("secret access key = wJalrXUtnFEMI/K7MDENG\n+bPxRfiCYEXAMPLEKE\nfor copies"));
        assertEquals("API key:\n▓▓▓▓▓▓▓▓▓▓▓▓\n▓▓▓▓▓▓▓▓", Masking.SENSITIVE.of("API key:\na1b2c3d4e5f6\na7b8c9d0"));
    }

    @Test
    void the_words_behind_a_key_stay() {
        var key = "sk-abcdefghijklmnopqrstuvwxyz123456";
        for (var behind : List.of("\nThe next", "\n2nd of May", "\n12", "\nwell-known things"))
            assertEquals(marked(key) + behind, Masking.SENSITIVE.of(key + behind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024 4111 1111 1111 1111",
                "in 2024\n4111 1111 1111 1111",
                "12345678901234 5 4111 1111 1111 1111"
            })
    void numbers_before_a_card_hide_it_from_nobody(String text) {
        var card = "4111 1111 1111 1111";
        assertEquals(text.replace(card, marked(card)), Masking.SENSITIVE.of(text));
    }

    @Test
    void numbers_behind_a_card_or_an_account_hide_it_from_nobody() {
        for (var secret : List.of("4111 1111 1111 1111", "BE68 5390 0754 7034", "3782 822463 10005"))
            for (var behind : List.of(" 123", "\n12 members", " 2024", " THE END", "\n4000 books", "\n9"))
                assertEquals(marked(secret) + behind, Masking.SENSITIVE.of(secret + behind), behind);
    }

    @Test
    void a_card_may_stand_directly_behind_what_announces_it() {
        for (var before : List.of("No.", "no.", "Nº", "Card:", "#", "№", "(", "=", "nr.", "…"))
            assertEquals(before + "▓▓▓▓ ▓▓▓▓ ▓▓▓▓ ▓▓▓▓", Masking.SENSITIVE.of(before + "5555 5555 5555 4444"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111\n1111\n1111\n1111",
                "41111111\n11111111",
                "4111 1111 1111\n1112",
                "4111 1111\n11\n111111",
                "0.4111111111111111",
                "GB29 NWBK 6016\n1331 9268 18",
                "XX29 NWBK 6016\n1331 9268 19",
                "123\n45\n6789",
                "123 45\n6789",
                "AB\n12\n34\n56\nC",
                "12345678\nA",
                "2 55 08 14\n168 025 39",
                "the risk-\nassessment of sk-\nlearn and its 12 friends",
                "The API key is kept in\nthe safe2. An access token:\nsee page12.",
                "AKIA\nis how such ids begin",
                "eyJ\nis how\nsuch tokens begin. eyJ"
            })
    void what_only_looks_like_one_stays_on_several_lines_too(String text) {
        assertEquals(text, Masking.SENSITIVE.of(text));
    }
}
