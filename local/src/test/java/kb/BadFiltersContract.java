package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Filters that are wrong: every one is named with what to do, by search and by chats alike. */
public interface BadFiltersContract extends Contract {
    @Test
    default void each_wrong_filter_is_named_with_what_to_do() throws Exception {
        wrong("{\"document_ids\": []}", "document_ids: must hold something, or be left out");
        wrong("{\"document_ids\": [\"x\"]}", "document_ids: must hold ids of documents");
        wrong("{\"document_ids\": \"x\"}", "document_ids: must be a list of at most 100 texts");
        wrong("{\"filename\": 7}", "filename: must be a text");
        wrong("{\"filename\": \" \"}", "filename: must not be blank");
        wrong("{\"uploaded_by\": [\"wren\"]}", "uploaded_by: must be a text");
        wrong("{\"section\": 7}", "section: must be a text");
        wrong("{\"section\": \"\"}", "section: must not be blank");
        wrong("{\"tags\": []}", "tags: must hold something, or be left out");
        wrong("{\"tags\": \"cold\"}", "tags: must be a list of at most 20 texts");
        wrong("{\"tags\": [\"\"]}", "tags: must hold texts of 1 to 50 characters");
        wrong(
                "{\"shape\": 1}",
                "shape: is not known here; known are: document_ids, filename, uploaded_by, uploaded_after,"
                        + " uploaded_before, tags, page, section");
    }

    @Test
    default void a_time_must_be_one_and_the_two_must_leave_something_between() throws Exception {
        var neither = "must be a time such as 2026-01-31T18:30:00Z, or a date";
        for (var text : List.of("yesterday", "2026", "2026-02-30", "2026-01-31T18:30:00", "2026-01-31 18:30", "T", "1"))
            wrong("{\"uploaded_after\": \"" + text + "\"}", "uploaded_after: " + neither);
        wrong("{\"uploaded_before\": 1769884200}", "uploaded_before: must be a text");
        wrong(
                "{\"uploaded_after\": \"2026-02-01\", \"uploaded_before\": \"2026-01-31\"}",
                "uploaded_after: must be earlier than uploaded_before");
        wrong(
                "{\"uploaded_after\": \"2026-02-01\", \"uploaded_before\": \"2026-02-01T00:00:00Z\"}",
                "uploaded_after: must be earlier than uploaded_before");
        wrong("{\"uploaded_after\": \"2026-02-01\", \"uploaded_before\": \"no\"}", "uploaded_before: " + neither);
    }

    @Test
    default void pages_must_be_pages() throws Exception {
        var number = "page: must be a whole number from 1 to 1000000, or {\"from\": …, \"to\": …}";
        for (var page : List.of("0", "-1", "1.5", "\"3\"", "[1, 2]", "true", "1000001"))
            wrong("{\"page\": " + page + "}", number);
        wrong("{\"page\": {}}", "page: must say from, to, or both");
        wrong("{\"page\": {\"from\": 0}}", "page.from: must be a whole number from 1 to 1000000");
        wrong("{\"page\": {\"to\": \"9\"}}", "page.to: must be a whole number from 1 to 1000000");
        wrong("{\"page\": {\"from\": 5, \"to\": 4}}", "page.to: must not be less than from");
        wrong("{\"page\": {\"from\": 5, \"until\": 6}}", "page.until: is not known here; known are: from, to");
    }

    @Test
    default void all_that_is_wrong_is_named_at_once() throws Exception {
        wrong(
                "{\"tags\": [], \"page\": 0, \"uploaded_after\": \"soon\"}",
                "uploaded_after: must be a time such as 2026-01-31T18:30:00Z, or a date",
                "tags: must hold something, or be left out",
                "page: must be a whole number from 1 to 1000000, or {\"from\": …, \"to\": …}");
    }

    @Test
    default void what_is_null_is_left_out() throws Exception {
        var filters = "{\"document_ids\": null, \"tags\": null, \"page\": null, \"section\": null, \"filename\": null}";
        assertEquals(200, search(as("user"), filters).status());
    }

    private void wrong(String filters, String... complaints) throws Exception {
        var reader = as("user");
        var chat = "/chats/" + reader.chat();
        for (var refused : List.of(search(reader, filters), send(reader, chat + "/messages", "message", filters))) {
            assertProblem(422, "invalid", refused);
            assertEquals(
                    List.of(complaints),
                    StreamSupport.stream(refused.json().get("violations").spliterator(), false)
                            .map(one -> one.get("field").textValue().replaceFirst("^filters\\.", "") + ": "
                                    + one.get("message").textValue())
                            .toList(),
                    filters);
            for (var violation : refused.json().get("violations"))
                assertEquals("filters.", violation.get("field").textValue().substring(0, 8));
        }
        assertEquals(0, reader.get(chat).json().get("message_count").intValue());
    }

    private static FrontEnd.Reply search(Client client, String filters) throws Exception {
        return send(client, "/search", "query", filters);
    }

    private static FrontEnd.Reply send(Client client, String target, String question, String filters) throws Exception {
        var body = "{\"%s\": \"Where?\", \"filters\": %s}".formatted(question, filters);
        return client.send(
                "POST", target, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }
}
