package kb.api;

import static kb.api.Keyed.call;
import static kb.api.Keyed.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceTest {
    private final Keyed keyed;

    OnceTest(@TempDir Path data) {
        keyed = new Keyed(data);
    }

    @AfterEach
    void close() throws Exception {
        keyed.close();
    }

    @Test
    void status_headers_and_body_come_again() {
        var handler = keyed.once(keyed::count);
        var first = handler.handle(call("a", "k"));
        assertEquals(202, first.status());
        assertEquals(first, handler.handle(call("a", "k")));
        assertEquals(1, keyed.done().get());
        assertInstanceOf(Problem.IdempotencyKeyReused.class, refused(handler, call("b", "k")));
    }

    @Test
    void without_a_key_everything_is_done() {
        var handler = keyed.once(keyed::count);
        handler.handle(call("a"));
        handler.handle(call("a"));
        assertEquals(2, keyed.done().get());
    }

    @Test
    void a_key_given_in_two_fields_is_one_key() {
        var handler = keyed.once(keyed::count);
        handler.handle(call("a", "k", "l"));
        handler.handle(call("a", "k,l"));
        assertEquals(1, keyed.done().get());
    }

    @Test
    void a_key_of_other_characters_is_refused() {
        for (var key : List.of("", " ", "ké", "k\u0000", "k\u007f", "k".repeat(256))) {
            assertInstanceOf(Problem.Invalid.class, refused(keyed.once(keyed::count), call("a", key)), key);
        }
        assertEquals(0, keyed.done().get());
    }

    @Test
    void what_failed_leaves_its_key_free() {
        var handler = keyed.once(call -> switch (keyed.done().incrementAndGet()) {
            case 1 -> throw new Unavailable(Part.INDEX, new IllegalStateException());
            case 2 -> throw new ProblemException(new Problem.EmptyFile());
            case 3 -> throw new IllegalStateException("a bug");
            case 4 -> Response.json(503, Map.of());
            default -> Response.json(200, Map.of());
        });
        assertThrows(Unavailable.class, () -> handler.handle(call("a", "k")));
        assertInstanceOf(Problem.EmptyFile.class, refused(handler, call("b", "k")));
        assertThrows(IllegalStateException.class, () -> handler.handle(call("a", "k")));
        assertEquals(503, handler.handle(call("a", "k")).status());
        assertEquals(200, handler.handle(call("a", "k")).status());
        assertEquals(200, handler.handle(call("a", "k")).status());
        assertEquals(5, keyed.done().get());
    }

    @Test
    void an_answer_too_large_to_keep_is_not_made_twice() {
        for (var size : List.of(129_000, 131_000)) {
            var text = "€".repeat(size);
            var handler = keyed.once(
                    _ -> Response.text(200, "text/plain", text + keyed.done().incrementAndGet()));
            var first = handler.handle(call("a", "k" + size));
            if (size < 130_000) assertEquals(first, handler.handle(call("a", "k" + size)));
            else assertInstanceOf(Problem.IdempotencyKeyReused.class, refused(handler, call("a", "k" + size)));
        }
        assertEquals(2, keyed.done().get());
    }
}
