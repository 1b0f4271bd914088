package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import kb.Pdfs;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index that is not there, or only begun, when the twin starts. */
@Timeout(120)
class LostIndexTest {
    private static final String INDEX = "index/bge-small-en-v1.5-q.384.0-2";

    @TempDir
    Path folder;

    @Test
    void an_index_whose_making_was_cut_off_is_completed() throws Exception {
        String ferry;
        String token;
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            token = twin.token();
            ferry = admin.uploaded("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
            admin.uploaded("mill.pdf", Pdfs.of("The mill grinds rye on Mondays."));
        }
        var data = folder.resolve("data");
        try (var index = new LuceneIndex(data.resolve(INDEX))) {
            index.delete(new Tenant("default"), UUID.fromString(ferry));
        }
        Files.createFile(data.resolve(LostIndex.MARK));
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), token)) {
            assertEquals(ferry, admin.found("When does the ferry leave?").getFirst());
        }
        assertFalse(Files.exists(data.resolve(LostIndex.MARK)));
    }

    @Test
    void a_document_that_was_half_in_it_is_in_it_whole_in_the_end() throws Exception {
        String id;
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            id = admin.upload("long.pdf", Pdfs.of(pages(150)));
            while (chunksDone(admin.get("/documents/" + id)) == 0) Thread.onSpinWait();
        }
        var index = folder.resolve("data").resolve(INDEX);
        try (var files = Files.list(index)) {
            for (var file : files.toList()) Files.delete(file);
        }
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            assertEquals(150, admin.finished(id).get("chunks").intValue());
        }
        try (var lucene = new LuceneIndex(index)) {
            assertEquals(150, lucene.count(new Tenant("default"), UUID.fromString(id)));
        }
    }

    private static int chunksDone(JsonNode document) {
        return document.get("progress").get("chunks_done").intValue();
    }

    private static String[] pages(int count) {
        return IntStream.range(0, count)
                .mapToObj("Page %d tells of a river and of the mill beside it."::formatted)
                .toArray(String[]::new);
    }
}
