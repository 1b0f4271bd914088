package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.streamed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What documents have of keys, cards and national ids, where {@code MASK_SENSITIVE} says that nobody is to see it. */
class MaskedTest {
    private static final String CARD = "4111 1111 1111 1111";
    private static final String ID = "123-45-6789";
    private static final String KEY = "AKIAIOSFODNN7EXAMPLE";
    private static final String PAGE = "The library pays for books with the card " + CARD + " of the treasurer.\n"
            + "The treasurer has the social security number " + ID + " and no other.\n"
            + "The catalogue is copied with the access key " + KEY + " each night.";
    private static final String SHOWN =
            "The library pays for books with the card ▓▓▓▓ ▓▓▓▓ ▓▓▓▓ ▓▓▓▓ of the treasurer.";
    private static final String QUESTION = "With which card does the library pay for books?";
    private static final Map<String, String> MASKED = Map.of("MASK_SENSITIVE", "true");

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    @TempDir
    Path folder;

    private static void assertHidden(String what, String text) {
        for (var secret : List.of(CARD, ID, KEY)) assertFalse(text.contains(secret), () -> what + " shows " + secret);
    }

    private static JsonNode comparable(JsonNode message) {
        return ((ObjectNode) message.deepCopy()).without(List.of("message_id", "chat_id", "created_at"));
    }

    @Test
    void nothing_of_it_leaves_in_quotes_passages_chunks_and_exports() throws Exception {
        try (var twin = new ModelTwin(folder, Map.of(), MASKED)) {
            for (var frontEnd : twin.frontEnds()) {
                var member = twin.visitor(frontEnd);
                var document = member.uploaded("cash.pdf", Pdfs.of(PAGE));
                var chat = member.chat();
                var message = member.ask(chat, QUESTION);
                assertEquals("answered", message.get("status").textValue(), message::toString);
                assertEquals(SHOWN + " [1]", message.get("content").textValue());
                var citation = message.get("citations").get(0);
                assertEquals(SHOWN, citation.get("quote").textValue());
                assertTrue(citation.get("masked").booleanValue());
                var span = citation.get("span");
                assertEquals(
                        SHOWN.length(),
                        span.get("end").intValue() - span.get("start").intValue());
                assertFalse(citation.get("boxes").isEmpty());

                var found = member.sendJson("POST", "/search", Map.of("query", QUESTION, "explain", true));
                assertTrue(found.json().at("/passages/0/masked").booleanValue());
                assertTrue(found.text().contains(SHOWN), found::text);
                var unanswered = member.ask(chat, "What is the boiling point of tungsten?");
                assertFalse(unanswered.get("passages").isEmpty());
                assertHidden("an unanswered question", unanswered.toString());
                assertHidden("a search", found.text());
                for (var path : List.of("/documents/" + document + "/chunks", "/chats/" + chat + "/messages"))
                    assertHidden(path, member.get(path).text());
                for (var format : List.of("markdown", "json"))
                    assertHidden(
                            format,
                            member.get("/chats/" + chat + "/export?format=" + format)
                                    .text());
            }
        }
    }

    @Test
    void a_chat_model_is_not_told_of_it_and_its_quotes_are_checked_as_they_are_shown() throws Exception {
        PROVIDER.stubFor(post(PATH)
                .willReturn(streamed(
                        "say| It pays with the card ▓▓▓▓ ▓▓▓▓ ▓▓▓▓ ▓▓▓▓.\nquote 1| " + SHOWN,
                        "\nsay| The card of the library is " + CARD + ".\nquote 1| ",
                        PAGE.lines().findFirst().orElseThrow(),
                        "\nsay| The treasurer pays for books with " + KEY)));
        try (var twin = new ModelTwin(folder, PROVIDER.settings(), MASKED)) {
            var member = twin.visitor(twin.frontEnds().getFirst());
            member.uploaded("cash.pdf", Pdfs.of(PAGE));
            var question = Map.of("message", QUESTION);
            var json = ModelTwin.ask(member, question).json();
            assertEquals("partial", json.get("status").textValue());
            assertEquals(SHOWN, json.at("/citations/0/quote").textValue());
            assertEquals(1, json.get("citations").size());
            assertEquals(1, json.get("dropped_quotes").intValue());
            assertHidden("an answer", json.toString());
            var streamed = ModelTwin.streamed(member, question);
            assertEquals(comparable(json), comparable(streamed));
            for (var asked : PROVIDER.findAll(postRequestedFor(urlEqualTo(PATH))))
                assertHidden("a prompt", asked.getBodyAsString());
        }
    }

    @Test
    void answers_that_were_stored_before_are_masked_when_they_are_read() throws Exception {
        Client asker;
        String chat;
        try (var twin = new ModelTwin(folder, Map.of(), Map.of())) {
            asker = twin.visitor(twin.frontEnds().getLast());
            asker.uploaded("cash.pdf", Pdfs.of(PAGE));
            chat = asker.chat();
            var message = asker.ask(chat, QUESTION);
            assertTrue(message.get("content").textValue().contains(CARD), message::toString);
            assertFalse(message.at("/citations/0/masked").booleanValue());
        }
        try (var twin = new ModelTwin(folder, Map.of(), MASKED)) {
            var kept = asker.through(twin.frontEnds().getLast()).get("/chats/" + chat + "/messages");
            assertHidden("what was stored before", kept.text());
            assertEquals(SHOWN, kept.json().at("/items/1/citations/0/quote").textValue());
            assertTrue(kept.json().at("/items/1/citations/0/masked").booleanValue());
        }
    }
}
