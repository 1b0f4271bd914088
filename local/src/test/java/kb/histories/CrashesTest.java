package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kb.App;
import kb.Inside;
import kb.documents.Filename;
import kb.documents.State;
import kb.documents.Status;
import kb.documents.Upload;
import kb.ingest.PdfReader;
import kb.ingest.Result;
import kb.ingest.Shift;
import kb.ingest.WorkQueue;
import kb.outside.Part;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts against a document: that its workers die, and nothing else. */
class CrashesTest {
    private static final Person WREN = new Person(new Tenant("mill"), "wren", "Wren");
    private static final int PAGES = 110;

    private final MovableClock clock = new MovableClock();
    private final Trouble trouble = new Trouble();
    private final Parts parts =
            Parts.around(trouble.over(Table.class, new MemoryTable(clock), Part.TABLE), new MemoryIndex());
    private final List<Integer> read = new ArrayList<>();
    private final Inside inside = inside(parts.reader());
    private final UUID id = uploaded();

    private Inside inside(PdfReader reader) {
        var given = parts.outside();
        return Inside.of(new App.Outside(
                given.documents(),
                given.chats(),
                given.objects(),
                given.spaces(),
                given.embedders(),
                reader,
                given.queue(),
                given.gate(),
                given.newId(),
                clock));
    }

    private UUID uploaded() {
        var pages = IntStream.rangeClosed(1, PAGES)
                .mapToObj("The mill grinds corn on day %d."::formatted)
                .toArray(String[]::new);
        var upload = inside.uploads().upload(WREN, new Filename("mill.pdf"), TextReader.pdf(pages), false);
        return assertInstanceOf(Upload.Accepted.class, upload).document().documentId();
    }

    private State state() {
        return inside.background()
                .catalog()
                .stored(WREN.tenant(), id)
                .orElseThrow()
                .state();
    }

    private Result work(Inside by, Shift shift) {
        return by.background().worker().work(new WorkQueue.Work(WREN.tenant(), id), shift);
    }

    /** Begins and dies at once. */
    private void die(String worker) {
        inside.background().catalog().begin(WREN.tenant(), id, worker).orElseThrow();
    }

    private PdfReader noting(int most) {
        return (pdf, first, pages) -> parts.reader().read(pdf, first, (page, all) -> {
            read.add(page.number());
            pages.take(page, all);
            if (page.number() == first + most - 1) throw new Killed();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_document_whose_workers_die_three_times_is_given_up(boolean knownToBeDead) {
        die("worker 1");
        assertEquals(Result.LATER, work(inside, Shift.endless("another")), "it may be alive");
        for (int death = 2; death <= 3; death++) {
            bury(knownToBeDead);
            die("worker " + death);
        }
        bury(knownToBeDead);
        assertEquals(Result.DONE, work(inside, Shift.endless("the fourth")));
        assertEquals(Status.FAILED, state().status());
        assertEquals("parser_crashed", state().error().orElseThrow().code());
    }

    private void bury(boolean knownToBeDead) {
        if (knownToBeDead) inside.background().catalog().release(WREN.tenant(), id);
        else clock.forward(Duration.ofSeconds(61));
    }

    @Test
    void two_deaths_are_forgiven() {
        die("worker 1");
        bury(true);
        die("worker 2");
        bury(true);
        assertEquals(2, state().attempts());
        assertEquals(Result.DONE, work(inside, Shift.endless("the third")));
        assertEquals(Status.READY, state().status());
    }

    @Test
    void deaths_between_which_something_was_achieved_are_forgiven_and_no_page_is_read_twice() {
        var mortal = inside(noting(25));
        for (int pages = 25; pages < PAGES; pages += 25) {
            assertThrows(Killed.class, () -> work(mortal, Shift.endless("one")));
            assertEquals(pages, state().progress().pagesDone());
            assertEquals(1, state().attempts());
        }
        assertEquals(Result.DONE, work(mortal, Shift.endless("one")));
        assertEquals(Status.READY, state().status());
        assertEquals(IntStream.rangeClosed(1, PAGES).boxed().toList(), read);
    }

    @Test
    void a_file_that_breaks_its_reader_three_times_is_given_up() {
        var mortal = inside(noting(7));
        for (int death = 0; death < 3; death++) {
            assertThrows(Killed.class, () -> work(mortal, Shift.endless("one")));
        }
        assertEquals(Result.DONE, work(mortal, Shift.endless("one")));
        assertEquals("parser_crashed", state().error().orElseThrow().code());
    }

    @Test
    void who_is_told_to_stop_and_breaks_has_not_crashed() {
        var mortal = inside(noting(7));
        for (int stop = 0; stop < 5; stop++) {
            assertThrows(Killed.class, () -> work(mortal, new Shift("one", () -> true)));
            assertEquals(0, state().attempts());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_table_that_goes_at_any_moment_and_takes_no_note_burns_no_attempt(boolean late) {
        for (int call = 1; call <= 40 && state().status() != Status.READY; call++) {
            var fault = new Trouble.Fault(call, 1_000, late, false);
            for (int time = 0; time < 4; time++) {
                trouble.during(Optional.of(fault), Optional.empty(), () -> work(inside, Shift.endless("one")));
                assertEquals(0, state().attempts());
            }
        }
        assertEquals(Result.DONE, work(inside, Shift.endless("one")), "at once, whatever could not be given back");
        assertEquals(Status.READY, state().status());
    }

    @Test
    void in_short_slices_it_comes_nearer_to_its_end_with_each() {
        var noting = inside(noting(PAGES + 1));
        var seen = new ArrayList<Integer>();
        while (work(noting, new Shift("one", () -> true)) == Result.MORE) {
            assertEquals(0, state().attempts());
            seen.add(state().progress().pagesDone() + state().progress().chunksDone());
        }
        assertEquals(List.of(25, 50, 75, 100, 110, 142, 174, 206, 220), seen);
        assertEquals(Status.READY, state().status());
        assertEquals(IntStream.rangeClosed(1, PAGES).boxed().toList(), read);
        parts.embedder().sent().forEach((text, times) -> assertEquals(1, times, text));
    }

    @Test
    void a_slice_leaves_the_document_to_any_worker_at_once() {
        for (int worker = 0; worker < 9; worker++) {
            var shift = new Shift("worker " + worker, () -> true);
            assertEquals(Result.MORE, work(inside, shift));
        }
        assertEquals(Result.DONE, work(inside, new Shift("the last", () -> true)));
    }
}
