package kb.histories;

import static kb.histories.Corrected.CORRECTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.Inside;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.documents.Status;
import kb.documents.Upload;
import kb.ingest.Result;
import kb.store.Table;
import org.junit.jupiter.api.Test;

/** What a person corrected before a PDF became a document is what is searched of it, whatever happens to either. */
interface CorrectionsContract {
    int MOST_CALLS = 60;

    Table table();

    /** Only the one chunk that was left is in sight, in the words that it was left in; no other was ever embedded. */
    private static void assertCorrected(Corrected scene, UUID id) {
        assertEquals(List.of(CORRECTION), scene.shown(id));
        assertEquals(Status.READY, scene.document(id).orElseThrow().state().status());
        assertEquals(1, scene.indexed(id).size());
        assertEquals(List.of(CORRECTION), scene.embedded());
    }

    private static void assertNeverUncorrected(Corrected scene, UUID id) {
        assertEquals(List.of(CORRECTION), scene.shown(id));
        assertTrue(List.of(CORRECTION).containsAll(scene.embedded()), () -> "embedded: " + scene.embedded());
        assertTrue(scene.indexed(id).size() <= 1);
    }

    @Test
    default void a_document_that_failed_and_is_tried_again_keeps_them_and_its_pages() {
        var scene = new Corrected(table());
        var id = scene.published();
        var read = scene.parts().reader().read();
        scene.fail(id);
        assertEquals(Status.FAILED, scene.document(id).orElseThrow().state().status());
        assertInstanceOf(
                DocumentService.Retry.Begun.class, scene.calm().documents().retry(scene.tenant(), id));
        assertNeverUncorrected(scene, id);
        assertEquals(Result.DONE, scene.work(id));
        assertCorrected(scene, id);
        assertEquals(read, scene.parts().reader().read());
    }

    @Test
    default void whoever_uploads_the_pdf_alone_tries_the_corrected_document_again() {
        var scene = new Corrected(table());
        var id = scene.published();
        scene.fail(id);
        assertInstanceOf(Upload.Accepted.class, scene.uploadedAlone());
        assertEquals(Result.DONE, scene.work(id));
        assertCorrected(scene, id);
        var known = assertInstanceOf(Upload.Known.class, scene.uploadedAlone());
        assertEquals(id, known.document().documentId());
        assertCorrected(scene, id);
    }

    @Test
    default void wherever_a_worker_dies_another_takes_over_and_finds_them() {
        for (var late : List.of(false, true)) {
            var call = 0;
            var killed = true;
            while (killed) {
                var scene = new Corrected(table());
                var id = scene.published();
                killed = scene.killedAt(++call, late, () -> scene.work(id));
                assertNeverUncorrected(scene, id);
                scene.workTakenOver(id);
                assertCorrected(scene, id);
            }
            assertTrue(call > 5 && call < MOST_CALLS, "it took " + call + " calls");
        }
    }

    @Test
    default void wherever_publishing_breaks_off_it_is_the_draft_as_it_was_or_the_document_as_it_is_to_be() {
        for (var late : List.of(false, true)) {
            var call = 0;
            var killed = true;
            while (killed) {
                var scene = new Corrected(table());
                var draft = scene.parsed();
                var id = draft.documentId();
                killed = scene.killedAt(++call, late, () -> scene.publish(draft, CORRECTION));
                var document = scene.document(id);
                assertEquals(2, scene.chunks(draft).size());
                assertEquals(document.isPresent() ? List.of(CORRECTION) : List.of(), scene.shown(id));
                scene.publish(draft, CORRECTION);
                scene.work(id);
                assertCorrected(scene, id);
            }
            assertTrue(call > 2 && call < MOST_CALLS, "it took " + call + " calls");
        }
    }

    @Test
    default void of_two_who_correct_the_same_draft_one_hears_that_the_other_was_first() throws Exception {
        var scene = new Corrected(table());
        var draft = scene.parsed();
        var uploads = Together.at(20, number -> scene.publish(draft, "The mill grinds sort " + number + "."));
        var kinds = uploads.stream().collect(Collectors.groupingBy(Object::getClass));
        assertEquals(1, kinds.get(Upload.Accepted.class).size());
        assertEquals(19, kinds.get(Upload.NameTaken.class).size());
        var accepted = List.of("The mill grinds sort %d."
                .formatted(uploads.indexOf(kinds.get(Upload.Accepted.class).getFirst())));
        assertEquals(Result.DONE, scene.work(draft.documentId()));
        assertEquals(accepted, scene.shown(draft.documentId()));
        assertEquals(accepted, scene.embedded());
    }

    @Test
    default void the_next_version_has_its_own() {
        var scene = new Corrected(table());
        var first = scene.live();
        var draft = scene.parsed();
        assertInstanceOf(Upload.Accepted.class, scene.publish(draft, "The mill grinds oats."));
        var second = draft.documentId();
        assertNotEquals(first, second);
        assertEquals(Result.DONE, scene.work(second));
        assertEquals(List.of("The mill grinds oats."), scene.shown(second));
        assertTrue(scene.document(first).filter(Document::superseded).isPresent());
        assertEquals(List.of(), scene.indexed(first));
        assertEquals(1, scene.indexed(second).size());
        assertEquals(List.of(CORRECTION), scene.shown(first));
    }

    @Test
    default void an_index_that_is_made_anew_holds_them() {
        var scene = new Corrected(table());
        var id = scene.live();
        var migration = scene.calm().background().migration();
        var before = scene.parts().spaces().existing();
        migration.again();
        migration.run(() -> {});
        assertNotEquals(before, scene.parts().spaces().existing());
        assertCorrected(scene, id);
    }

    @Test
    default void another_model_is_sent_them_and_nothing_else() {
        var scene = new Corrected(table());
        var id = scene.live();
        var other = new CountingEmbedder("other", 8);
        var parts = scene.parts();
        var changed =
                new Parts(parts.documents(), parts.spaces(), parts.objects(), other, parts.reader(), parts.queue());
        Inside.of(changed.outside()).background().migration().run(() -> {});
        assertEquals(Set.of(CORRECTION), other.sent().keySet());
        assertCorrected(scene, id);
    }

    @Test
    default void pages_that_were_lost_are_read_again_and_the_corrections_stay() {
        var scene = new Corrected(table());
        var id = scene.published();
        scene.lose(id, "pages");
        scene.lose(id, "coverage");
        assertEquals(Result.LATER, scene.work(id));
        assertNeverUncorrected(scene, id);
        assertEquals(Result.DONE, scene.work(id));
        assertCorrected(scene, id);
    }

    @Test
    default void a_document_whose_corrections_are_lost_fails_and_is_not_shown_as_it_was_cut() {
        var scene = new Corrected(table());
        var id = scene.published();
        scene.lose(id, "corrections");
        assertEquals(Result.DONE, scene.work(id));
        var state = scene.document(id).orElseThrow().state();
        assertEquals("corrections_missing", state.error().orElseThrow().code());
        assertEquals(List.of(), scene.shown(id));
        assertEquals(List.of(), scene.embedded());
    }

    @Test
    default void they_are_erased_with_their_document() {
        var scene = new Corrected(table());
        var id = scene.live();
        var prefix = scene.tenant() + "/" + id + "/";
        assertEquals(1, scene.parts().objects().names(prefix + "corrections/").size());
        var receipt = scene.calm().erasure().erase(scene.tenant(), id).orElseThrow();
        assertTrue(receipt.complete());
        assertEquals(List.of(), scene.parts().objects().names(prefix));
        assertEquals(List.of(), scene.shown(id));
    }
}
