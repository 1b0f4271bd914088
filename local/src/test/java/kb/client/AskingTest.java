package kb.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How an answer that is told while it is made comes onto a terminal or into a pipe. */
@Timeout(60)
class AskingTest {
    private static final String SOURCES = """

            [1] ferry.pdf, page 2
                “at nine”

            to go on: kb ask --chat c1 "…"
            """;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final TellingService there = new TellingService();

    @AfterEach
    void stop() {
        there.close();
    }

    private boolean ask(boolean watched, boolean json) {
        return ask("c1", watched, json);
    }

    private boolean ask(String chat, boolean watched, boolean json) {
        var terminal = new Terminal(new PrintStream(output), new PrintStream(errors), watched, false);
        try (var service = new Service(there.address(), "secret", terminal::pause)) {
            return new Asking(service, terminal).run(new Asking.Order("When?", Optional.of(chat), json));
        }
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    /** The service says the second sentence only when the first one is out. */
    @Test
    void each_sentence_is_written_before_the_next_one_is_made() {
        there.tells("It leaves", " at nine. [1]");
        there.between(() -> {
            while (!output().endsWith("It leaves")) Thread.onSpinWait();
        });
        assertTrue(ask(false, false));
        assertEquals("It leaves at nine. [1]\n" + SOURCES, output());
        assertEquals("", errors.toString(StandardCharsets.UTF_8));
        assertEquals(List.of("text/event-stream, application/json"), there.accepted());
    }

    @Test
    void on_a_terminal_it_takes_the_place_of_what_stood_there_meanwhile() {
        there.tells("It leaves", " at nine. [1]");
        ask(true, false);
        var waiting = "\u001b[K\u001b[?7lasking …\u001b[?7h\r";
        assertTrue(output().startsWith(waiting + "\u001b[KIt leaves at nine. [1]\n"), output());
    }

    @Test
    void it_moves_no_cursor() {
        there.tells("It\u001b[2J leaves", " at\u0007 nine. [1]");
        ask(false, false);
        assertTrue(output().startsWith("It[2J leaves at nine. [1]\n"), output());
    }

    @Test
    void one_that_breaks_off_is_asked_for_again_as_the_same_question_and_goes_on_where_it_was() {
        there.tells("It leaves", " at nine. [1]");
        there.breaksOff();
        assertTrue(ask(false, false));
        assertEquals("It leaves at nine. [1]\n" + SOURCES, output());
        assertEquals(List.of("text/event-stream, application/json", "application/json"), there.accepted());
        assertEquals(1, there.keys().stream().distinct().count());
    }

    @Test
    void one_that_is_made_anew_in_other_words_stands_below_what_had_come() {
        there.tells("It departs", " at ten.");
        there.breaksOff();
        ask(false, false);
        assertTrue(output().startsWith("It departs\n\nIt leaves at nine. [1]\n"), output());
    }

    @Test
    void as_json_all_comes_at_once() {
        there.tells("It leaves", " at nine. [1]");
        assertTrue(ask(false, true));
        assertEquals(TellingService.MESSAGE + "\n", output());
        assertEquals(List.of("application/json"), there.accepted());
    }

    @Test
    void a_refusal_is_told_as_it_is() {
        there.refuses(404, "{\"detail\": \"no chat c1\"}");
        var refused = assertThrows(Refused.class, () -> ask(false, false));
        assertEquals("you have no chat c1: leave --chat out to begin one", refused.getMessage());
        assertEquals("", output());
    }

    @Test
    void one_that_is_refused_in_the_middle_ends_its_line() {
        there.tells("It leaves", "");
        there.breaksOff();
        there.refuses(401, "{\"detail\": \"the token is over\"}");
        assertThrows(Refused.class, () -> ask(false, false));
        assertEquals("It leaves\n", output());
    }

    @Test
    void a_chat_is_called_what_it_likes() {
        var refused = assertThrows(Refused.class, () -> ask("a b/c?", false, false));
        assertEquals("you have no chat a b/c?: leave --chat out to begin one", refused.getMessage());
    }
}
