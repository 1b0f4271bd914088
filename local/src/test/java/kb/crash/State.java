package kb.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kb.local.TwinClient;

/**
 * All that a caller can learn, but for ids and times: what two runs of the same have in common.
 *
 * @param documents and their chunks, by name and version; one whose bytes nobody has brought is not among them
 */
record State(Map<String, Shown> documents, Set<Paper.Leaf> found, List<JsonNode> messages) {
    record Shown(JsonNode document, List<JsonNode> chunks) {}

    static State of(TwinClient person, Papers papers) throws Exception {
        var documents = new TreeMap<String, Shown>();
        for (var document : person.documents()) {
            if (document.get("status").textValue().equals("uploading")) continue;
            var name = document.get("filename").textValue() + " " + document.get("version");
            var before = documents.put(name, shown(person, document));
            if (before != null) throw new AssertionError("twice there: " + name);
        }
        return new State(documents, Sight.of(person, papers.all()).leaves(), messages(person));
    }

    private static Shown shown(TwinClient person, JsonNode document) throws Exception {
        var id = document.get("document_id").textValue();
        var chunks = person.all("/documents/" + id + "/chunks?limit=100");
        chunks.forEach(chunk -> without(chunk, "chunk_id"));
        return new Shown(without(document, "document_id", "upload_date"), chunks);
    }

    private static List<JsonNode> messages(TwinClient person) throws Exception {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var chat : person.all("/chats?limit=100"))
            all.addAll((ArrayNode) person.get("/chats/" + chat.get("chat_id").textValue() + "/messages")
                    .get("items"));
        return List.of(all);
    }

    private static JsonNode without(JsonNode object, String... fields) {
        return ((ObjectNode) object).remove(List.of(fields));
    }

    /** In what way this is not the other; short, for people. */
    List<String> differences(State other) {
        var differences = new java.util.ArrayList<String>();
        var names = new java.util.TreeSet<>(documents.keySet());
        names.addAll(other.documents.keySet());
        for (var name : names) {
            var here = documents.get(name);
            var there = other.documents.get(name);
            if (here == null || there == null) differences.add(name + (here == null ? " is missing" : " is too much"));
            else if (!here.document.equals(there.document))
                differences.add(here.document + " is not " + there.document);
            else if (!here.chunks.equals(there.chunks)) differences.add(name + " has other chunks");
        }
        if (!found.equals(other.found))
            differences.add("a search finds other passages: " + found + " not " + other.found);
        if (!messages.equals(other.messages))
            differences.add("chats are otherwise: " + messages + " not " + other.messages);
        return differences;
    }
}
