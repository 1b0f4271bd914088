package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a search tells of what it found: whole stretches, none twice, quoted words first. */
public interface PassageContract extends Contract {
    String HARBOUR = """
            The harbour master keeps a ledger of every ship that enters the port between dawn and dusk.
            A ship that enters at night is written down by the lighthouse keeper, who has a ledger of his own.
            Both ledgers are compared on the first Monday of a month, and what differs is asked of the pilots.
            A pilot who took a ship in without a word to either of them pays for the next painting of the buoys.
            The ledgers of the harbour are bound in blue, those of the lighthouse in green, and both are kept for ever.
            Whoever wants to read the ledgers of the harbour asks at the customs house and leaves a glove as a pledge.
            The glove is given back when the ledger is, and nobody has ever seen what happens when a ledger is lost.
            In the winter of the long frost the harbour was shut for nine weeks and the ledger has nine empty pages.
            A ship of ice merchants was the first to enter after the frost, and its name is written in red in the ledger.
            The harbour master of that winter is remembered because he painted the buoys himself, all of them, in yellow.
            Yellow has been the colour of the buoys of this harbour ever since, and no ship has been lost among them.
            The painter of the buoys has a ledger too, in which the tins of paint are counted and the brushes are not.
            A brush that falls into the sea belongs to the sea, and whoever finds it on the beach may keep it.
            Ships that are painted yellow have to enter the harbour by day, because at night they look like buoys.
            """;

    @Test
    default void neighbouring_chunks_that_fit_are_one_passage_of_the_page() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("harbour.pdf", Pdfs.of(HARBOUR));
        var chunks = writer.get("/documents/" + id + "/chunks").json().get("items");
        assertEquals(2, chunks.size(), chunks::toString);
        var passages = search(writer, "the ledgers of the harbour and its ships");
        assertEquals(1, passages.size(), passages::toString);
        var passage = passages.get(0);
        assertEquals(chunks.get(0).get("span").get("start"), passage.get("span").get("start"));
        assertEquals(chunks.get(1).get("span").get("end"), passage.get("span").get("end"));
        var text = passage.get("text").textValue();
        assertTrue(text.startsWith(chunks.get(0).get("text").textValue()));
        assertTrue(text.endsWith(chunks.get(1).get("text").textValue()));
        assertEquals(
                passage.get("span").get("end").intValue()
                        - passage.get("span").get("start").intValue(),
                text.length());
        assertEquals(14, passage.get("boxes").size(), "one box for each line");
    }

    @Test
    default void what_a_second_document_repeats_is_told_once() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE + "\nValid in 2026."));
        writer.uploaded("again.pdf", Pdfs.of(ApiContract.GUIDE + "\nValid in 2026.", "Of another print."));
        assertEquals(1, tellingOfCards(writer));
        writer.uploaded("next.pdf", Pdfs.of(ApiContract.GUIDE + "\nValid in 2027."));
        assertEquals(2, tellingOfCards(writer));
    }

    private static long tellingOfCards(Client client) throws Exception {
        return search(client, "the fee for a lost card").findValuesAsText("text").stream()
                .filter(text -> text.contains("lost card"))
                .count();
    }

    @Test
    default void quoted_words_are_found_as_they_stand() throws Exception {
        var writer = as("manager");
        writer.uploaded(
                "rooms.pdf", Pdfs.of("The blue room has a blue door. Its door is blue and opens to the garden."));
        var id = writer.uploaded(
                "doors.pdf", Pdfs.of("A door that is painted. Invoice INV-2024/0815: the back\ndoor blue."));
        for (var query : new String[] {"blue door \"door blue\"", "which blue door has \"INV-2024/0815\""}) {
            assertEquals(id, search(writer, query).get(0).get("document_id").textValue(), query);
        }
    }

    private static JsonNode search(Client client, String query) throws Exception {
        return client.sendJson("POST", "/search", Map.of("query", query)).json().get("passages");
    }
}
