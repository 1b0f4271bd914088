package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.Table;
import org.junit.jupiter.api.Test;

/** A chat that is deleted is gone wholly, wherever its deletion breaks off: nobody sees a part of it, and nothing stays. */
interface DeletedChatsContract {
    int MOST_CALLS = 60;
    int NO_CONTENT = 204;
    int NOT_FOUND = 404;

    Table table();

    private void wherever(Function<Chatted, String> deleted, Consumer<Chatted> then) {
        var stage = Chatted.Stage.over(new MemoryTable(Clock.systemUTC()), table());
        for (var late : List.of(false, true)) {
            var call = 0;
            var killed = true;
            while (killed) {
                var scene = new Chatted(stage);
                killed = scene.killedAt(++call, late, deleted.apply(scene));
                then.accept(scene);
            }
            assertTrue(call > 5 && call < MOST_CALLS, "it took " + call + " calls");
        }
    }

    private static boolean isListed(Chatted scene) {
        var listed = scene.listed().contains(scene.target().substring("/chats/".length()));
        assertEquals(listed ? 200 : NOT_FOUND, scene.get(scene.target()));
        return listed;
    }

    private static void assertNothingLeft(Chatted scene) {
        assertEquals(0, scene.left());
        assertEquals(0, scene.quotations());
        assertEquals(0, scene.residue());
        assertEquals(NOT_FOUND, scene.delete(scene.target()));
    }

    @Test
    default void the_next_attempt_finishes_it() {
        wherever(Chatted::target, scene -> {
            var finished = scene.left() == 0;
            assertEquals(finished ? NOT_FOUND : NO_CONTENT, scene.delete(scene.target()));
            assertNothingLeft(scene);
            assertEquals(List.of(scene.other()), scene.listed());
        });
    }

    @Test
    default void nobody_else_finds_what_is_left_it_is_counted_and_the_janitor_finishes_it() {
        wherever(Chatted::target, scene -> {
            var left = scene.left();
            var listed = isListed(scene);
            assertEquals(NOT_FOUND, scene.deleteAs("heron", scene.target()));
            assertEquals(NOT_FOUND, scene.deleteIn(new Tenant(UUID.randomUUID().toString()), scene.target()));
            assertEquals(200, scene.deleteAs("heron", "/chats"));
            assertEquals(listed ? 0 : left, scene.residue());
            scene.janitor();
            if (listed) assertEquals(left, scene.left());
            else assertNothingLeft(scene);
        });
    }

    @Test
    default void all_of_a_persons_chats_are_deleted_or_none_and_the_janitor_finishes_that_too() {
        wherever(_ -> "/chats", scene -> {
            var left = scene.left();
            var listed = scene.listed().size();
            assertTrue(List.of(0, 2).contains(listed), () -> listed + " are listed");
            scene.janitor();
            if (listed == 0) assertNothingLeft(scene);
            else assertEquals(left, scene.left());
        });
    }

    @Test
    default void the_next_attempt_to_delete_all_finishes_what_was_left_of_each() {
        wherever(_ -> "/chats", scene -> {
            assertEquals(200, scene.delete("/chats"));
            assertNothingLeft(scene);
            assertEquals(List.of(), scene.listed());
        });
    }
}
