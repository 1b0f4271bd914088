package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kb.ingest.PdfReader.Down;
import kb.ingest.PdfReader.Reason;
import kb.outside.Deadline;
import kb.pictures.PagePainter.Painting;
import kb.pictures.PagePainter.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a child that is to draw may do wrong, and what comes of it. */
@Timeout(120)
class FakePainterTest {
    private static final Path FILE = Path.of("no", "matter");
    private static final Wanted WANTED = new Wanted(1, 1, List.of());

    @ParameterizedTest
    @CsvSource({
        "exits, PARSER_CRASHED",
        "writes garbage, PARSER_CRASHED",
        "answers, PARSER_CRASHED",
        "draws nothing, PARSER_CRASHED",
        "draws too wide, PARSER_CRASHED",
        "draws too much, PARSER_CRASHED",
        "exits out of memory, LIMIT_EXCEEDED",
        "quotes the file, DAMAGED",
        "hangs, PARSE_TIMEOUT"
    })
    void a_child_that_misbehaves_is_the_file_s_doing(String manner, Reason reason) {
        assertEquals(new Painting.Failed(reason), painting(manner));
    }

    @Test
    void a_picture_is_taken_as_it_comes() {
        var painted = assertInstanceOf(Painting.Painted.class, painting("draws"));
        assertEquals(FakeChild.picture(2000, 2000, 57), painted.png());
    }

    @ParameterizedTest
    @CsvSource({"never starts", "is asked to end"})
    void a_child_that_does_not_start_or_is_stopped_is_not(String manner) {
        assertThrows(Down.class, () -> painting(manner));
    }

    @Test
    void a_request_that_has_too_little_time_left_is_not() {
        try (var reader = FakeChildTest.reader("hangs", Allowance.USUAL)) {
            var soon = Deadline.after(Duration.ofSeconds(5));
            assertThrows(Down.class, () -> soon.keep(() -> reader.painter().paint(FILE, WANTED)));
        }
    }

    private static Painting painting(String manner) {
        try (var reader =
                FakeChildTest.reader(manner, manner.equals("hangs") ? FakeChildTest.SHORT : Allowance.USUAL)) {
            return reader.painter().paint(FILE, WANTED);
        }
    }
}
