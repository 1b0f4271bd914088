package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;

/** What people do on the page, in steps that more than one test takes. */
final class Walk {
    static final Path SAMPLE = Path.of("..", "postman", "sample.pdf");
    static final String FOUNDER = "Who founded the local history collection?";
    static final String ELSEWHERE = "What is the capital of Mongolia?";
    private static final double PIXEL = 1.5;

    private Walk() {}

    static void add(Visit visit, Path pdf) {
        visit.at("#/documents");
        visit.page().setInputFiles("#files", pdf);
        newestIsReady(visit);
    }

    private static void newestIsReady(Visit visit) {
        assertThat(visit.find(".upload")).hasAttribute("data-stage", "ready");
        assertThat(visit.find(".upload")).containsText("Ready: ");
    }

    static void give(Visit visit, String name, byte[] pdf) {
        visit.page().setInputFiles("#files", new FilePayload(name, "application/pdf", pdf));
    }

    static void add(Visit visit, String name, byte[] pdf) {
        visit.at("#/documents");
        give(visit, name, pdf);
        newestIsReady(visit);
    }

    /** Gives a document of the list a title and tags. */
    static void describe(Visit visit, String filename, String title, String tags) {
        visit.at("#/documents");
        visit.link(filename).click();
        visit.button("Title and tags").click();
        visit.field("Title").fill(title);
        visit.page().getByLabel("Tags, with commas between").fill(tags);
        visit.button("Save").click();
        assertThat(visit.heading(title)).isVisible();
    }

    /** Limits what is asked or searched to documents with these tags, named with how many have each. */
    static void choose(Visit visit, String... tags) {
        visit.page().locator(".scope > .quiet").first().click();
        assertThat(visit.find(".pick")).isVisible();
        for (var box : visit.page().locator(".pick input").all()) box.uncheck();
        for (var tag : tags) visit.page().getByLabel(tag).check();
        visit.button("Use these").click();
    }

    static void askAndBeAnswered(Visit visit, String question) {
        var before = visit.page().locator(".answer").count();
        visit.ask(question);
        assertThat(visit.page().locator(".answer:not(.growing)").nth(before)).isVisible();
    }

    /** The newest answer's first citation, as the API has it. */
    static JsonNode citation(Visit visit) throws IOException {
        var answer = visit.page().evaluate("""
                async () => {
                  const chat = location.hash.split('/')[2];
                  const headers = {authorization: 'Bearer ' + sessionStorage.getItem('kb.token')};
                  const list = await (await fetch('/chats/' + chat + '/messages', {headers})).json();
                  return JSON.stringify(list.items.filter(one => one.citations.length > 0).pop().citations[0]);
                }""");
        return new ObjectMapper().readTree((String) answer);
    }

    /** The marks stand where the citation's boxes are, in shares of the page as the PDF itself has it. */
    static void marksStandAtTheQuote(Visit visit, JsonNode citation, Path pdf) throws IOException {
        var image = visit.find(".sheet img").boundingBox();
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var paper = document.getPage(citation.get("page").intValue() - 1).getCropBox();
            var marks = visit.page().locator(".mark");
            var boxes = citation.get("boxes");
            assertThat(marks).hasCount(boxes.size());
            for (int i = 0; i < boxes.size(); i++) {
                var mark = marks.nth(i).boundingBox();
                var box = boxes.get(i);
                var across = image.width / paper.getWidth();
                var down = image.height / paper.getHeight();
                assertEquals(image.x + box.get("l").doubleValue() * across, mark.x, PIXEL);
                assertEquals(image.y + box.get("t").doubleValue() * down, mark.y, PIXEL);
                assertEquals(image.x + box.get("r").doubleValue() * across, mark.x + mark.width, PIXEL);
                assertEquals(image.y + box.get("b").doubleValue() * down, mark.y + mark.height, PIXEL);
            }
        }
    }
}
