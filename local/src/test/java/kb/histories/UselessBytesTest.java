package kb.histories;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import kb.Inside;
import kb.documents.Filename;
import kb.documents.Upload;
import kb.documents.UploadService.Announcement;
import kb.documents.UploadService.Completion;
import kb.files.MemoryObjects;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.Sha256;
import org.junit.jupiter.api.Test;

/** Bytes that are no PDF, which the bucket's event and their uploader ask about at the same time. */
class UselessBytesTest {
    private static final byte[] TEXT = "This is no PDF at all.".getBytes(US_ASCII);
    private static final Tenant MILL = new Tenant("mill");

    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final Parts parts = new Parts(
            new MemoryTable(Clock.systemUTC()),
            new OneSpace(new MemoryIndex()),
            new MemoryObjects() {
                @Override
                public void delete(List<String> names) {
                    super.delete(names);
                    meanwhile.getAndSet(() -> {}).run();
                }
            },
            new CountingEmbedder(),
            new TextReader(),
            new LinkedBlockingQueue<>());
    private final Inside inside = Inside.of(parts.outside());

    @Test
    void whoever_asks_while_they_are_taken_away_hears_that_they_are_no_pdf() {
        var wren = new Person(MILL, "wren", "Wren");
        var announced = new Announcement(new Filename("guide.pdf"), TEXT.length, Sha256.hex(TEXT), false);
        var upload = assertInstanceOf(Upload.Accepted.class, inside.uploads().announce(wren, announced));
        var id = upload.document().documentId();
        parts.objects().put("mill/%s/source.pdf".formatted(id), "application/pdf", TEXT);
        var heard = new ArrayList<Completion>();
        meanwhile.set(() -> heard.add(inside.uploads().complete(MILL, id)));

        heard.add(inside.uploads().complete(MILL, id));

        for (var completion : heard) assertInstanceOf(Completion.NotAPdf.class, completion);
        assertEquals(2, heard.size());
        assertEquals(List.of(), parts.objects().names("mill/" + id));
    }
}
