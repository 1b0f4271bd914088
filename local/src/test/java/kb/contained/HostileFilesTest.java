package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import kb.Evaluation;
import kb.Needs;
import kb.RealPart;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Files that others found to be hard on their programs. */
@Needs(RealPart.EVALUATION)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {
    private static final Path GOOD = Path.of("..", "postman", "sample.pdf");

    private final Watched watched = new Watched();

    @AfterAll
    void endTheChildren() {
        watched.close();
    }

    @TestFactory
    Stream<DynamicTest> a_hostile_file_ends_as_expected_and_the_next_document_is_read() throws IOException {
        return Evaluation.lines("hostile/manifest.jsonl").stream()
                .map(entry -> DynamicTest.dynamicTest(entry.get("file").textValue(), () -> endsAsExpected(entry)));
    }

    private void endsAsExpected(JsonNode entry) {
        var name = entry.get("file").textValue();
        var reading = watched.read(Evaluation.folder().resolve("hostile/files").resolve(name));
        switch (entry.get("expect").textValue()) {
            case "accept" ->
                assertEquals(new Reading.Complete(entry.get("pages").intValue()), reading);
            case "reject" -> assertInstanceOf(Reading.Unreadable.class, reading);
            default -> assertEquals("either", entry.get("expect").textValue());
        }
        assertNotEquals(new Reading.Unreadable(Reason.PARSER_CRASHED), reading);
        assertTrue(watched.mostMemory() <= 384, () -> watched.mostMemory() + " MB");
        assertEquals(new Reading.Complete(2), watched.read(GOOD));
    }
}
