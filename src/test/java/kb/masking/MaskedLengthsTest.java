package kb.masking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever wrote a page may have wanted it never to be read through. */
class MaskedLengthsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4",
                "4 ",
                "4-",
                "4\n",
                "41111111 ",
                "4111-\n",
                "4111 1111 111 ",
                "DE89",
                "DE89 ",
                "DE89\n",
                "A",
                "A\n",
                "A ",
                " ",
                "\n",
                "-\n",
                "sk-",
                "sk-aa-",
                "sk-aa\n",
                "sk-a1b2c3d4\n",
                "eyJ",
                "eyJ.",
                "eyJaaaaaaaa\n",
                "SG.",
                "AIza-\n",
                "npm_a\n",
                "AKIA\n",
                "key ",
                "api key ",
                "api key: a",
                "a1b2c3d4e5f6\n",
                "words without a stop ",
                "1 55 08 ",
                "-----BEGIN ",
                "-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----",
                "xoxb-1-\n"
            })
    void however_often_something_is_begun_it_is_read_through(String begun) {
        var text = begun.repeat(40_000 / begun.length());
        var masked = Masking.SENSITIVE.of("x" + text + "!");
        assertEquals(text.length() + 2, masked.length());
    }

    @Test
    void a_private_key_may_have_as_many_lines_as_a_page_has_room_for() {
        var line = "A1b2C3d4".repeat(8) + "\n";
        assertEquals(line.replaceAll("\\S", "▓").repeat(1_000), Masking.SENSITIVE.of(line.repeat(1_000)));
    }
}
