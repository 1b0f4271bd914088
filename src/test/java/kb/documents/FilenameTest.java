package kb.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilenameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "report 2026 (final).pdf",
                ".hidden",
                "..pdf",
                "Ünïcode 😀 & 'quotes' <b>.pdf",
                "семья.pdf",
                "👩\u200D👩\u200D👧.pdf",
                "می\u200Cخواهم.pdf",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F.pdf",
                "a\uDB40\uDC20b"
            })
    void a_name_people_give_is_kept(String name) {
        assertEquals(Optional.empty(), Filename.complaint(name));
        assertEquals(name, new Filename(name).text());
    }

    @Test
    void a_character_is_one_however_many_units_it_takes() {
        assertEquals(Optional.empty(), Filename.complaint("🦉".repeat(255)));
        assertEquals(Optional.of("is longer than 255 characters"), Filename.complaint("🦉".repeat(256)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``            | must not be blank",
                "` \t`         | must not be blank",
                ".             | must have more than dots",
                "` .. `        | must have more than dots",
                "../a.pdf      | must not contain a folder: leave out / and \\",
                "a\\b.pdf      | must not contain a folder: leave out / and \\",
                "/             | must not contain a folder: leave out / and \\"
            })
    void a_name_that_is_none_is_told_why(String name, String complaint) {
        assertEquals(Optional.of(complaint), Filename.complaint(name));
        var refused = assertThrows(IllegalArgumentException.class, () -> new Filename(name));
        assertEquals("a file name " + complaint, refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\0b",
                "a\tb",
                "a\u007Fb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "gnp.\u202Eexe.pdf",
                "a\u2066b",
                "a\u200Bb",
                "a\uFEFFb",
                "a\uD800b",
                "a\uDC00b",
                "a\uDB40\uDC01b"
            })
    void what_cannot_be_seen_is_refused(String name) {
        assertEquals(
                Optional.of("must not contain line breaks, other control characters or halves of characters"),
                Filename.complaint(name));
    }

    @Test
    void a_name_is_composed_and_has_no_white_space_around_it() {
        assertEquals("Zürich.pdf", new Filename(" Zu\u0308rich.pdf\n").text());
    }

    @Test
    void a_name_has_at_most_255_characters_as_it_is_kept() {
        assertEquals(255, new Filename("x".repeat(255)).text().length());
        assertEquals(255, new Filename(" " + "x".repeat(255) + " ").text().length());
        assertEquals(255, new Filename("u\u0308".repeat(255)).text().length());
        assertEquals(Optional.of("is longer than 255 characters"), Filename.complaint("x".repeat(256)));
        // composed, each of these is three characters
        assertTrue(Filename.complaint("\uFB2C".repeat(86)).isPresent());
    }

    @Test
    void what_was_kept_once_is_kept_again() {
        for (var name : new String[] {"\uFB2C".repeat(85), " Zu\u0308rich\u00A0", "a \u0308"}) {
            var kept = new Filename(name).text();
            assertEquals(kept, new Filename(kept).text());
        }
    }
}
