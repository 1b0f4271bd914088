package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.contained.Scans;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin with Tesseract. */
@Needs(RealPart.TESSERACT)
class ScannedDocumentTest {
    private static final byte[] GUIDE = Pdfs.of(ApiContract.GUIDE, "On Sundays the library stays closed.");

    @TempDir
    Path folder;

    @Test
    void what_a_scan_says_is_found_and_quoted() throws Exception {
        try (var twin = new TestTwin(folder, Map.of("OCR_COMMAND", "tesseract"))) {
            var writer = writer(twin);
            var id = writer.uploaded("guide.pdf", Scans.of(GUIDE, 1));
            var sources = writer.get("/documents/" + id + "/coverage").json().findValuesAsText("source");
            assertEquals(List.of("ocr", "native"), sources);
            assertEquals(
                    "[]", writer.get("/documents/" + id).json().get("warnings").toString());
            var citation = writer.ask("How much is the fee for a lost card?")
                    .get("citations")
                    .get(0);
            assertEquals(
                    "The fee for a lost card is four euros and fifty cents.",
                    citation.get("quote").textValue());
            assertTrue(citation.get("boxes").get(0).get("t").doubleValue() > 100, citation::toString);
        }
    }

    @Test
    void where_tesseract_is_not_called_the_page_is_reported() throws Exception {
        for (var command : List.of("", "no-such-program")) {
            try (var twin = new TestTwin(folder.resolve(command + "data"), Map.of("OCR_COMMAND", command))) {
                var writer = writer(twin);
                var id = writer.uploaded("guide.pdf", Scans.of(GUIDE, 1));
                var sources =
                        writer.get("/documents/" + id + "/coverage").json().findValuesAsText("source");
                assertEquals(List.of("none", "native"), sources);
                assertEquals(
                        "[\"pages_without_text: 1\"]",
                        writer.get("/documents/" + id).json().get("warnings").toString());
            }
        }
    }

    private static Client writer(TestTwin twin) {
        return new Client(new LambdaEvents(new HttpEntry(twin.app().router())), twin, "t", "wren", "manager");
    }
}
