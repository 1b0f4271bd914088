package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {
    private static final String WRITTEN = """
            say| The fee is four euros.
            quote 1| The fee is
            quote 12 | four euros.

            say|It is due.
            quote 2| It is due at once.""";

    private final List<Claim> claims = new ArrayList<>();
    private final ClaimReader reader = new ClaimReader(claims::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void claims_are_read_however_the_text_is_cut_into_pieces(int size) {
        for (int i = 0; i < WRITTEN.length(); i += size)
            reader.read(WRITTEN.substring(i, Math.min(WRITTEN.length(), i + size)));
        assertEquals(1, claims.size(), "the first is complete when the second begins");
        reader.end();
        assertEquals(
                List.of(
                        new Claim(
                                "The fee is four euros.",
                                List.of(new Claim.Quoted(1, "The fee is"), new Claim.Quoted(12, "four euros."))),
                        new Claim("It is due.", List.of(new Claim.Quoted(2, "It is due at once.")))),
                claims);
    }

    @Test
    void none_is_no_claim() {
        reader.read("none|");
        reader.end();
        assertEquals(List.of(), claims);
    }

    @Test
    void what_keeps_to_no_form_is_a_claim_without_a_quote() {
        reader.read("```\nThe fee is four euros.\r\n- **say| It is due.\n> quote 1| due now\nquote x| odd\n---");
        reader.end();
        assertEquals(
                List.of(
                        new Claim("The fee is four euros.", List.of()),
                        new Claim("It is due.", List.of(new Claim.Quoted(1, "due now"))),
                        new Claim("quote x| odd", List.of())),
                claims);
    }

    @Test
    void what_never_ends_is_not_kept() {
        for (int i = 0; i < 100; i++) reader.read("say| a" + i + "\n" + "quote 1| q\n".repeat(20));
        reader.read("say| " + "x".repeat(100_000));
        reader.end();
        assertEquals(30, claims.size());
        assertEquals(10, claims.getFirst().quotes().size());
    }
}
