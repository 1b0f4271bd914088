package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which passages a question is about, as search and chats narrow them alike. */
public interface FiltersContract extends Contract {
    String QUESTION = "How many barrels of herring are in the cellar?";

    /** Three documents that all answer one question. */
    record Cellar(Client wren, String north, String south, String east) {
        static Cellar of(Client wren) throws Exception {
            var north = wren.uploaded("north cellar.pdf", barrels("Four"));
            var south = wren.named("robin").uploaded("South Cellar.pdf", barrels("Five"));
            var east = wren.uploaded("annex.pdf", barrels("Six"));
            tag(wren, north, "cold", "dry");
            tag(wren, south, "cold");
            return new Cellar(wren, north, south, east);
        }

        private static byte[] barrels(String number) {
            return Pdfs.of(number + " barrels of herring are in the cellar.");
        }

        private static void tag(Client client, String id, String... tags) throws Exception {
            var reply = client.sendJson("PATCH", "/documents/" + id, Map.of("tags", List.of(tags)));
            assertEquals(200, reply.status(), reply::text);
        }

        private String uploaded(String id) throws Exception {
            return wren.get("/documents/" + id).json().get("upload_date").textValue();
        }

        /** By search; what a chat rests on is looked at as well. */
        void found(Map<String, ?> filters, String... expected) throws Exception {
            var passages = searched(wren, QUESTION, filters);
            assertEquals(Set.of(expected), documents(passages), filters::toString);
            var message = asked(wren, QUESTION, filters);
            if (expected.length == 0) {
                assertEquals("not_in_documents", message.get("status").textValue());
                assertEquals(0, message.get("passages").size());
            } else {
                assertEquals("answered", message.get("status").textValue(), message::toString);
                assertTrue(Set.of(expected).containsAll(documents(message.get("citations"))), message::toString);
            }
        }
    }

    private static JsonNode searched(Client client, String question, Map<String, ?> filters) throws Exception {
        var reply = client.sendJson("POST", "/search", Map.of("query", question, "filters", filters));
        assertEquals(200, reply.status(), reply::text);
        return reply.json().get("passages");
    }

    private static JsonNode asked(Client client, String question, Map<String, ?> filters) throws Exception {
        var body = Map.of("message", question, "filters", filters);
        var reply = client.sendJson("POST", "/chats/" + client.chat() + "/messages", body);
        assertEquals(200, reply.status(), reply::text);
        return reply.json();
    }

    private static Set<String> documents(JsonNode passages) {
        return new TreeSet<>(passages.findValuesAsText("document_id"));
    }

    @Test
    default void documents_are_chosen_by_what_is_known_of_them() throws Exception {
        var cellar = Cellar.of(as("manager"));
        var north = cellar.north();
        var south = cellar.south();
        var east = cellar.east();
        cellar.found(Map.of(), north, south, east);
        cellar.found(Map.of("document_ids", List.of(north, east)), north, east);
        cellar.found(Map.of("filename", "cellar"), north, south);
        cellar.found(Map.of("uploaded_by", "robin"), south);
        cellar.found(Map.of("tags", List.of("cold")), north, south);
        cellar.found(Map.of("tags", List.of("dry", "cold")), north);
        cellar.found(Map.of("filename", "CELLAR", "uploaded_by", "wren", "tags", List.of("cold")), north);
        cellar.found(Map.of("document_ids", List.of(north, east), "filename", "annex"), east);
    }

    @Test
    default void documents_are_chosen_by_when_they_came() throws Exception {
        var cellar = Cellar.of(as("manager"));
        var moment = cellar.uploaded(cellar.south());
        cellar.found(Map.of("uploaded_after", moment), cellar.south(), cellar.east());
        cellar.found(Map.of("uploaded_before", moment), cellar.north());
        cellar.found(
                Map.of("uploaded_after", moment, "uploaded_before", cellar.uploaded(cellar.east())), cellar.south());
        cellar.found(Map.of("uploaded_after", "2020-01-01"), cellar.north(), cellar.south(), cellar.east());
        cellar.found(Map.of("uploaded_before", "2020-01-01T12:00:00+02:00"));
    }

    @Test
    default void what_selects_nothing_is_answered_with_nothing() throws Exception {
        var cellar = Cellar.of(as("manager"));
        cellar.found(Map.of("document_ids", List.of("00000000-0000-7000-8000-000000000000")));
        cellar.found(Map.of("filename", "attic"));
        cellar.found(Map.of("uploaded_by", "nobody"));
        cellar.found(Map.of("tags", List.of("cold", "warm")));
        cellar.found(Map.of("page", 2));
        cellar.found(Map.of("section", "Barrels"));
    }

    @Test
    default void what_is_asked_for_is_taken_as_it_is_written() throws Exception {
        var cellar = Cellar.of(as("manager"));
        for (var text : List.of(
                "\"", "\\", "\"}) { x }", "{{", "*", "%", "?", "_", "' OR '1'='1", "$tokens", "a\nb", "😀 𝒳")) {
            for (var filter : List.of("filename", "uploaded_by", "section"))
                assertEquals(
                        0,
                        searched(cellar.wren(), QUESTION, Map.of(filter, text)).size(),
                        filter + " " + text);
            assertEquals(
                    0,
                    searched(cellar.wren(), QUESTION, Map.of("tags", List.of("cold", text)))
                            .size(),
                    text);
        }
    }

    @Test
    default void a_filter_reaches_no_other_tenant() throws Exception {
        var north = Cellar.of(as("manager")).north();
        var stranger = as("admin");
        for (var filters :
                List.of(Map.of("document_ids", List.of(north)), Map.of("filename", "cellar"), Map.of("page", 1))) {
            assertEquals(0, searched(stranger, QUESTION, filters).size());
        }
    }

    @Test
    default void what_another_version_replaced_is_not_chosen() throws Exception {
        var wren = as("manager");
        wren.uploaded("cellar.pdf", Pdfs.of("Four barrels of herring are in the cellar."));
        var second = wren.replaced("cellar.pdf", Pdfs.of("Seven barrels of herring are in the cellar."));
        var expected = Set.of(second.get("document_id").textValue());
        assertEquals(expected, documents(searched(wren, QUESTION, Map.of("filename", "cellar"))));
    }

    @Test
    default void pages_are_chosen_before_passages_are_counted() throws Exception {
        var wren = as("manager");
        var pages = IntStream.rangeClosed(1, 40)
                .mapToObj(page -> page < 36
                        ? "Barrels of herring, barrels of herring, and more barrels of herring in the cellar."
                        : "On page " + page + " somebody mentions one barrel among many other things of the house.")
                .toArray(String[]::new);
        wren.uploaded("barrels.pdf", Pdfs.of(pages));
        assertEquals(List.of(36, 37, 38, 39, 40), pages(wren, Map.of("from", 36)));
        assertEquals(List.of(37, 38), pages(wren, Map.of("from", 37, "to", 38)));
        assertEquals(List.of(40), pages(wren, 40));
        assertEquals(List.of(1, 2), pages(wren, Map.of("to", 2)));
        assertEquals(List.of(), pages(wren, 41));
        var message = asked(wren, "Where is one barrel mentioned?", Map.of("page", 38));
        assertEquals(Set.of("38"), Set.copyOf(message.findValuesAsText("page")), message::toString);
    }

    private static List<Integer> pages(Client client, Object page) throws Exception {
        var pages = new ArrayList<Integer>();
        for (var passage : searched(client, QUESTION, Map.of("page", page)))
            pages.add(passage.get("page").intValue());
        return pages.stream().sorted().toList();
    }

    @Test
    default void a_section_is_chosen_by_its_title_or_its_number() throws Exception {
        var wren = as("manager");
        wren.uploaded("sample.pdf", Files.readAllBytes(Path.of("..", "postman", "sample.pdf")));
        for (var section : List.of("The local history collection", "7", "7.", "7. the LOCAL history  collection")) {
            assertEquals(
                    Set.of("7. The local history collection"),
                    Set.copyOf(searched(wren, "Which fees are there?", Map.of("section", section))
                            .findValuesAsText("section")));
        }
        var inside = searched(wren, "Which fees are there?", Map.of("section", "Printing and copying"));
        assertEquals(1, inside.size(), "it begins in a passage that another section begins");
        assertTrue(inside.get(0).get("text").textValue().contains("A black and white page costs ten cents"));
        assertEquals(
                0,
                searched(wren, "Which fees are there?", Map.of("section", "local history"))
                        .size());
        var message = asked(wren, "Who founded the collection?", Map.of("section", "7"));
        assertEquals("answered", message.get("status").textValue(), message::toString);
        var elsewhere = asked(wren, "Who founded the collection?", Map.of("section", "Opening hours"));
        assertEquals(Set.of(), Set.copyOf(elsewhere.get("citations").findValuesAsText("quote")), elsewhere::toString);
    }
}
