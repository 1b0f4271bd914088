package kb.store;

import static kb.store.TableContract.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link TableContract} promises about records as rows. */
interface TableRecordContract {
    Table table();

    enum Status {
        QUEUED,
        READY
    }

    record Warning(String code, Optional<Integer> page) {}

    record Document(
            UUID documentId,
            String filename,
            Status status,
            Instant uploadDate,
            long sizeBytes,
            int pages,
            double score,
            boolean current,
            Optional<String> title,
            Optional<Instant> finished,
            List<String> tags,
            List<Warning> warnings) {}

    @Test
    default void a_record_comes_back_as_it_was() {
        var document = new Document(
                UUID.fromString("0198f2c4-0000-7000-8000-000000000001"),
                "Grüße.pdf",
                Status.READY,
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                5_000_000_000L,
                12,
                2.0,
                true,
                Optional.empty(),
                Optional.of(Instant.parse("2026-01-02T03:04:06Z")),
                List.of("a", "b"),
                List.of(new Warning("no_text", Optional.of(3)), new Warning("cut", Optional.empty())));
        table().write(Write.put(Item.of(key("doc"), document)));
        var stored = table().get(key("doc")).orElseThrow();
        assertEquals(document, stored.as(Document.class));
        assertEquals("2026-01-02T03:04:05.678901Z", stored.text("upload_date"));
        assertEquals("ready", stored.text("status"));
        assertEquals(
                List.of(Map.of("code", "no_text", "page", 3L), Map.of("code", "cut")),
                stored.attributes().get("warnings"));
    }
}
