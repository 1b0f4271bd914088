package kb.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.people.Tenant;
import kb.store.Item;
import org.junit.jupiter.api.Test;

class DecodedDocumentsTest {
    private static final Tenant OURS = new Tenant("ours");
    private static final Tenant THEIRS = new Tenant("theirs");

    private final DecodedDocuments decoded = new DecodedDocuments();

    private static Document document(int number, String title) {
        return new Document(
                new UUID(0, number),
                new Source("00".repeat(32), 1_000, "wren", Optional.empty(), Instant.EPOCH, Optional.empty()),
                List.of(new Name("ferry.pdf", 1, true)),
                Optional.of(title),
                List.of(),
                State.queued(Instant.EPOCH),
                0);
    }

    private static Item row(Tenant tenant, Document document) {
        return Item.of(Keys.document(tenant, document.documentId()), document);
    }

    @Test
    void the_same_row_is_decoded_once() {
        var ferry = document(1, "Ferry");
        var first = decoded.of(row(OURS, ferry));
        assertEquals(ferry, first);
        assertSame(first, decoded.of(row(OURS, ferry)));
    }

    @Test
    void a_row_that_is_another_in_whatever_way_is_decoded_anew() {
        decoded.of(row(OURS, document(1, "Ferry")));
        assertEquals(document(1, "Pier"), decoded.of(row(OURS, document(1, "Pier"))));
        var gone = document(1, "Pier").in(State.queued(Instant.EPOCH).deleting(Instant.EPOCH));
        assertEquals(gone, decoded.of(row(OURS, gone)));
        assertEquals(document(1, "Theirs"), decoded.of(row(THEIRS, document(1, "Theirs"))));
    }

    @Test
    void of_many_those_that_were_wanted_last_are_kept() {
        var first = decoded.of(row(OURS, document(0, "Ferry")));
        var second = decoded.of(row(OURS, document(1, "Ferry")));
        for (int number = 2; number < 257; number++) {
            assertSame(first, decoded.of(row(OURS, document(0, "Ferry"))));
            decoded.of(row(OURS, document(number, "Ferry")));
        }
        assertSame(first, decoded.of(row(OURS, document(0, "Ferry"))));
        assertNotSame(second, decoded.of(row(OURS, document(1, "Ferry"))));
    }

    @Test
    void a_large_one_is_not_kept() {
        var large = row(OURS, document(1, "x".repeat(5_000)));
        assertNotSame(decoded.of(large), decoded.of(large));
    }
}
