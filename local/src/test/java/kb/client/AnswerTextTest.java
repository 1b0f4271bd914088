package kb.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands below an answer at a terminal. */
class AnswerTextTest {
    private static List<String> shown(String json, boolean coloured) throws Exception {
        return AnswerText.sources(
                new ObjectMapper().readTree(json), new Terminal(System.out, System.err, coloured, coloured));
    }

    private static final String ANSWERED = """
            {"chat_id": "c1", "status": "answered", "content": "Ada Merrow did. [1]", "passages": [],
             "citations": [{"number": 1, "filename": "sample.pdf", "page": 2, "section": "7. History", "quote": "by Ada\\n Merrow"}]}""";

    @Test
    void sources_are_numbered_and_say_page_section_and_quote() throws Exception {
        assertEquals(
                List.of(
                        "",
                        "[1] sample.pdf, page 2, 7. History",
                        "    “by Ada Merrow”",
                        "",
                        "to go on: kb ask --chat c1 \"…\""),
                shown(ANSWERED, false));
    }

    @Test
    void what_the_documents_do_not_say_comes_with_what_is_nearest() throws Exception {
        assertEquals(
                List.of(
                        "The documents do not say.",
                        "nearest: a.pdf, page 1",
                        "    The ferry leaves at nine.",
                        "",
                        "to go on: kb ask --chat c1 \"…\""),
                shown("""
                {"chat_id": "c1", "status": "not_in_documents", "content": "", "citations": [],
                 "passages": [{"filename": "a.pdf", "page": 1, "section": "", "text": "The ferry\\nleaves at nine."}]}""", false));
    }

    @Test
    void where_nothing_comes_near_it_is_said_how_more_comes_in() throws Exception {
        assertEquals(
                List.of(
                        "The documents do not say, and nothing in them comes near: kb ingest FOLDER brings some in.",
                        "",
                        "to go on: kb ask --chat c1 \"…\""),
                shown("""
                {"chat_id": "c1", "status": "not_in_documents", "content": "", "citations": [], "passages": []}""", false));
    }

    @Test
    void colours_are_for_people_and_come_from_us_alone() throws Exception {
        var lines = shown(ANSWERED.replace("sample.pdf", "a\\u001b[31m.pdf"), true);
        assertEquals("\u001b[1m[1] a[31m.pdf, page 2, 7. History\u001b[0m", lines.get(1));
    }
}
