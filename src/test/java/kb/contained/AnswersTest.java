package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kb.contained.Answers.Answer;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Bookmarks.Bookmark;
import kb.pages.Page;
import kb.pages.PageLabels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {
    private static final Answer COMPLETE = over(new Reading.Complete(2));
    private static final Answer CRASHED = over(new Reading.Unreadable(Reason.PARSER_CRASHED));

    private final Answers answers = new Answers(1);

    @Test
    void pages_come_in_order_and_then_the_end() throws IOException {
        assertEquals(new Answer.Given(page(1)), heard(page(1, 2)));
        assertEquals(new Answer.Given(page(2)), heard(page(2, 2)));
        assertEquals(2, answers.all());
        assertEquals(COMPLETE, heard(Frame.complete(2)));
    }

    @Test
    void what_the_file_says_of_itself_comes_as_it_was_said() throws IOException {
        var time = Instant.parse("2019-05-04T10:20:30Z");
        var labels = new PageLabels(List.of(
                new PageLabels.Range(1, "", PageLabels.Style.SMALL_ROMAN, 1),
                new PageLabels.Range(9, "A-", PageLabels.Style.NONE, 7)));
        var about = new About(Optional.of("Größe 資料"), Optional.empty(), Optional.of(time), Optional.empty(), labels);
        assertEquals(new Answer.Known(about), heard(new Frame(Frame.Kind.ABOUT, AboutBytes.write(about))));
        assertEquals(
                new Answer.Known(About.NOTHING), heard(new Frame(Frame.Kind.ABOUT, AboutBytes.write(About.NOTHING))));
    }

    @Test
    void what_cannot_be_said_of_a_file_is_no_answer() throws IOException {
        assertEquals(CRASHED, heard(Frame.of(Frame.Kind.ABOUT)));
        assertEquals(CRASHED, heard(new Frame(Frame.Kind.ABOUT, ByteBuffer.allocate(25))));
        assertEquals(
                CRASHED,
                heard(new Frame(Frame.Kind.ABOUT, ByteBuffer.allocate(24).putInt(0, -1))));
        assertEquals(
                CRASHED,
                heard(new Frame(Frame.Kind.ABOUT, ByteBuffer.allocate(24).putLong(8, Long.MAX_VALUE))));
    }

    @Test
    void what_the_file_lists_comes_as_it_was_listed() throws IOException {
        var listed =
                new Bookmarks(List.of(new Bookmark(1, 3, "Größe 資料"), new Bookmark(20, 0, "x".repeat(200))), false);
        assertEquals(new Answer.Listed(listed), heard(new Frame(Frame.Kind.BOOKMARKS, BookmarkBytes.write(listed))));
    }

    @Test
    void what_no_file_can_list_is_no_answer() throws IOException {
        for (var payload : List.of(
                ByteBuffer.allocate(0),
                ByteBuffer.allocate(9),
                ByteBuffer.allocate(8).putInt(4, -1),
                ByteBuffer.allocate(8).putInt(4, Bookmarks.MOST + 1),
                ByteBuffer.allocate(20).putInt(4, 1).putInt(8, 1), // no title
                ByteBuffer.allocate(21).putInt(4, 1).putInt(16, 1).put(20, (byte) 'a'), // level 0
                ByteBuffer.allocate(20).putInt(4, 1).putInt(8, 1).putInt(16, 9_000_000)))
            assertEquals(CRASHED, heard(new Frame(Frame.Kind.BOOKMARKS, payload)));
    }

    @Test
    void pages_that_were_read_before_do_not_come_again() throws IOException {
        var rest = new Answers(2);
        assertEquals(new Answer.Given(page(2)), rest.understood(page(2, 2)));
        assertEquals(COMPLETE, rest.understood(Frame.complete(2)));
        assertEquals(COMPLETE, new Answers(3).understood(Frame.complete(2)));
        assertEquals(CRASHED, new Answers(2).understood(Frame.complete(2)));
        assertEquals(CRASHED, new Answers(1).understood(Frame.complete(0)));
    }

    @Test
    void another_page_than_the_next_is_no_answer() throws IOException {
        assertEquals(CRASHED, new Answers(1).understood(page(2, 2)));
        assertEquals(CRASHED, new Answers(1).understood(page(0, 2)));
        heard(page(1, 2));
        assertEquals(CRASHED, heard(page(1, 2)));
    }

    @Test
    void the_count_of_pages_stays_and_is_kept() throws IOException {
        assertEquals(CRASHED, new Answers(1).understood(page(1, 5_001)));
        assertEquals(CRASHED, new Answers(1).understood(page(1, -1)));
        heard(page(1, 2));
        assertEquals(CRASHED, heard(Frame.complete(2)));
        assertEquals(CRASHED, heard(page(2, 3)));
    }

    @Test
    void more_than_a_document_may_say_is_no_answer() {
        var text = "x".repeat(7_900_000);
        var given = 0;
        while (answers.understood(page(new Page(given + 1, 9, 9, text, List.of()), 50)) instanceof Answer.Given)
            given++;
        assertEquals((4 * 8_000_000 + 50 * 256_000) / text.length(), given);
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_arrives(Reason reason) throws IOException {
        assertEquals(over(new Reading.Unreadable(reason)), heard(Frame.unreadable(reason)));
    }

    @Test
    void what_is_said_out_of_place_is_no_answer() throws IOException {
        assertEquals(CRASHED, heard(Frame.of(Frame.Kind.BEGUN)));
        assertEquals(CRASHED, heard(Frame.of(Frame.Kind.PAGE)));
        assertEquals(CRASHED, heard(Frame.of(Frame.Kind.COMPLETE)));
        assertEquals(CRASHED, heard(new Frame(Frame.Kind.COMPLETE, ByteBuffer.allocate(5))));
        assertEquals(CRASHED, heard(new Frame(Frame.Kind.UNREADABLE, ByteBuffer.wrap("WHY".getBytes()))));
        assertEquals(CRASHED, answers.understood(Frame.of(Frame.Kind.GARBLED)));
        assertEquals(new Answer.Gone(), answers.understood(Frame.of(Frame.Kind.ENDED)));
    }

    private static Answer over(Reading reading) {
        return new Answer.Over(reading);
    }

    private static Page page(int number) {
        return new Page(number, 595, 842, "", List.of());
    }

    private static Frame page(int number, int all) {
        return page(page(number), all);
    }

    private static Frame page(Page page, int all) {
        return new Frame(
                Frame.Kind.PAGE,
                PageBytes.write(page, Integer.BYTES, Frame.LONGEST).putInt(0, all));
    }

    /** By way of the pipe. */
    private Answer heard(Frame frame) throws IOException {
        var pipe = new ByteArrayOutputStream();
        frame.write(new DataOutputStream(pipe));
        return answers.understood(Frame.read(new DataInputStream(new ByteArrayInputStream(pipe.toByteArray()))));
    }
}
