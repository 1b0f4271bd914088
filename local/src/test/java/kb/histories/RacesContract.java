package kb.histories;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import kb.Inside;
import kb.documents.Document;
import kb.documents.Filename;
import kb.documents.Upload;
import kb.documents.Wanted;
import kb.ingest.Result;
import kb.ingest.Shift;
import kb.people.Person;
import kb.people.Tenant;
import kb.search.Everywhere;
import kb.search.Selection;
import kb.store.Table;
import org.junit.jupiter.api.Test;

/** What many uploads at the same moment come to, over a real table. */
interface RacesContract {
    /** How often; {@code -Dkb.rounds=50} for more. */
    int ROUNDS = Integer.getInteger("kb.rounds", 3);

    Filename NAME = new Filename("guide.pdf");

    Table table();

    /** An application and a tenant nobody has used. */
    record Scene(Parts parts, Inside inside, Person wren) {
        static Scene over(Table table) {
            var parts = Parts.around(table, new MemoryIndex());
            var tenant = new Tenant(UUID.randomUUID().toString());
            return new Scene(parts, Inside.of(parts.outside()), new Person(tenant, "wren", "Wren"));
        }

        Upload upload(String text, boolean replace) {
            return inside.uploads().upload(wren, NAME, TextReader.pdf(text), replace);
        }

        List<Document> documents() {
            return inside.documents()
                    .list(wren.tenant(), Wanted.NEWEST_FIRST, 100, Optional.empty())
                    .documents();
        }

        Set<UUID> found() {
            return inside.search().search(Selection.all(wren.tenant()), "mill", 50).passages().stream()
                    .map(passage -> passage.documentId())
                    .collect(toSet());
        }
    }

    @Test
    default void the_same_upload_from_two_hundred_callers_is_one_document() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var scene = Scene.over(table());
            var uploads = Together.at(200, _ -> scene.upload("The mill grinds corn.", false));
            var ids = uploads.stream()
                    .map(upload -> assertInstanceOf(Upload.Accepted.class, upload))
                    .map(accepted -> accepted.document().documentId())
                    .collect(toSet());
            assertEquals(1, ids.size());
            assertEquals(
                    ids, scene.documents().stream().map(Document::documentId).collect(toSet()));
            assertEquals(
                    ids,
                    scene.parts().queue().stream()
                            .map(work -> work.documentId())
                            .collect(toSet()));
            assertEquals(1, scene.parts().queue().size());
            var prefix = scene.wren().tenant() + "/" + ids.iterator().next() + "/source.pdf";
            assertEquals(List.of(prefix), scene.parts().objects().names(""));
        }
    }

    @Test
    default void of_fifty_documents_under_one_name_one_wins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var scene = Scene.over(table());
            var uploads = Together.at(50, number -> scene.upload("The mill has number " + number + ".", false));
            var kinds = uploads.stream().collect(groupingBy(Object::getClass));
            assertEquals(1, kinds.get(Upload.Accepted.class).size());
            assertEquals(49, kinds.get(Upload.NameTaken.class).size());
            var winner = ((Upload.Accepted) kinds.get(Upload.Accepted.class).getFirst())
                    .document()
                    .documentId();
            assertEquals(Set.of(new Upload.NameTaken(winner)), Set.copyOf(kinds.get(Upload.NameTaken.class)));
            assertEquals(1, scene.documents().size());
            assertEquals(1, scene.parts().objects().names("").size());
            assertEquals(1, scene.parts().queue().size());
        }
    }

    @Test
    default void twenty_replacements_at_once_are_twenty_versions_of_which_the_highest_is_live() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var scene = Scene.over(table());
            scene.upload("The mill is old.", false);
            scene.inside().background().worker().work(scene.parts().queue().remove(), Shift.endless("first"));
            var uploads = Together.at(20, number -> scene.upload("The mill has number " + number + ".", true));
            var numbers = new TreeSet<Integer>();
            for (var upload : uploads) {
                numbers.add(assertInstanceOf(Upload.Accepted.class, upload)
                        .document()
                        .name()
                        .version());
            }
            assertEquals(IntStream.rangeClosed(2, 21).boxed().collect(toSet()), numbers);
            workedOnInAnyOrder(scene, round);
            var live = scene.documents();
            assertEquals(
                    List.of(21),
                    live.stream().map(document -> document.name().version()).toList());
            assertEquals(Set.of(live.getFirst().documentId()), scene.found());
            var tenant = scene.wren().tenant();
            assertEquals(
                    Set.of(live.getFirst().documentId()),
                    new Everywhere(scene.parts().spaces()).indexes().getFirst().documents(tenant));
            assertEquals(
                    List.of(),
                    scene.inside().background().catalog().work().stream()
                            .filter(work -> work.tenant().equals(tenant))
                            .toList());
        }
    }

    private static void workedOnInAnyOrder(Scene scene, int seed) throws Exception {
        var all = new java.util.ArrayList<>(scene.parts().queue());
        assertEquals(20, all.size());
        Collections.shuffle(all, new Random(seed));
        var waiting = new java.util.concurrent.ConcurrentLinkedQueue<>(all);
        Together.at(4, number -> {
            var shift = Shift.endless("worker " + number);
            for (var work = waiting.poll(); work != null; work = waiting.poll()) {
                assertEquals(Result.DONE, scene.inside().background().worker().work(work, shift));
            }
            return 0;
        });
        assertNull(waiting.peek());
    }
}
