package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the replaced service's browser app sees listed, in which order and under which names. */
public interface SpaListsContract extends Contract {
    @Test
    default void names_are_cleaned_as_before() throws Exception {
        var app = new SpaClient(as("manager"));
        var parsed = app.parsed("C:\\docs\\my (report)! für_2.pdf", Pdfs.of(ApiContract.GUIDE), false);
        assertEquals(
                "my report für_2.pdf",
                parsed.at("/document_metadata/source_file").textValue());
        SpaClient.ok(app.upload(SpaClient.uploadOf(parsed, "my (report)! für_2.pdf", false)));
        var versions = app.get("/kb/document-versions/my%20report%20f%C3%BCr_2.pdf");
        assertEquals("my report für_2.pdf", versions.get("file_name").textValue());
    }

    @Test
    default void lists_are_ordered_and_narrowed() throws Exception {
        var writer = as("manager");
        var app = new SpaClient(writer);
        writer.uploaded("b.pdf", Pdfs.of("The second letter."));
        writer.named("robin").uploaded("a.pdf", Pdfs.of("The first letter."));
        assertEquals(List.of("a.pdf", "b.pdf"), names(app, "?order_by=file_name&order_dir=asc"));
        assertEquals(List.of("b.pdf", "a.pdf"), names(app, "?order_by=file_name"));
        assertEquals(List.of("a.pdf", "b.pdf"), names(app, "?order_by=nonsense&order_dir=sideways&limit=-1"));
        assertEquals(List.of("b.pdf"), names(app, "?uploaded_by=wren"));
        assertEquals(List.of("b.pdf"), names(app, "?offset=1&limit=1"));
        assertEquals(
                List.of(),
                new SpaClient(as("admin")).get("/kb/list-kb").get("documents").findValuesAsText("doc_id"));
    }

    private static List<String> names(SpaClient app, String query) throws Exception {
        return app.get("/kb/list-kb" + query).get("documents").findValuesAsText("file_name");
    }
}
