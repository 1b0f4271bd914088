package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.lambda.DeployedStack;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Sha256;
import kb.store.Table;
import kb.store.Write;

/** Somebody's documents behind deployed functions that something went wrong with: the queue forgets, and time passes. */
record Neglected(DeployedStack stack, Client writer) {
    private static final String LONG_AGO = "2026-01-02T03:04:05Z";

    /** Its PDF is in the bucket, and the event of that got lost. */
    String unheard() throws Exception {
        var announced =
                Announced.by(writer, stack.stores().files(), "heard.pdf", Pdfs.of("The lighthouse was lit in 1911."));
        assertEquals(200, announced.put().send());
        stack.lose();
        return announced.id();
    }

    /** Nobody has told the queue to work on it, or the queue forgot. */
    String unread() throws Exception {
        var id = writer.upload("stuck.pdf", Pdfs.of("The ferry leaves at nine."))
                .json()
                .get("document_id")
                .textValue();
        stack.lose();
        passed(id);
        return id;
    }

    /** It was announced, and never came. */
    String unsent() throws Exception {
        var id = Announced.by(writer, stack.stores().files(), "never.pdf", Pdfs.of("Nothing."))
                .id();
        passed(id);
        return id;
    }

    /** An object that belongs to no document. */
    String unowned() {
        var name = writer.tenant() + "/" + new UUID(0x7000, 1L << 63) + "/chunks.json.gz";
        stack.stores().files().put(name, "application/gzip", new byte[] {1});
        return name;
    }

    /** Its erasure was broken off, and an answer quotes it; so was the deletion of another chat. */
    String undeleted() throws Exception {
        var id = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        assertEquals(
                "answered",
                writer.ask("What is the fee for a lost card?").get("status").textValue());
        changed(id, Map.of("status", "deleting", "changed_at", LONG_AGO));
        remembered(id);
        halfDeletedChat();
        return id;
    }

    private void halfDeletedChat() throws Exception {
        var chat = writer.chat();
        writer.ask(chat, "When does the library open?");
        var person = Sha256.hex(writer.get("/me").json().get("id").textValue());
        var begun = Map.<String, Object>of("tenant", writer.tenant(), "chat_id", chat, "begun_at", LONG_AGO);
        stack.stores()
                .chats()
                .write(List.of(
                        Write.delete(new Key("chats#" + writer.tenant() + "#" + person, "chat#" + chat)),
                        Write.put(new Item(new Key("deletions", writer.tenant() + "#" + person + "#" + chat), begun))));
    }

    /** Somebody is to work on what is not there. */
    void unknown() {
        remembered(new UUID(0x7000, 2L << 62).toString());
    }

    private void passed(String id) {
        changed(id, Map.of("changed_at", LONG_AGO));
    }

    private void changed(String id, Map<String, String> to) {
        var documents = stack.stores().documents();
        var key = new Key(writer.tenant(), "doc#" + id);
        var attributes = new HashMap<>(documents.get(key).orElseThrow().attributes());
        @SuppressWarnings("unchecked")
        var state = new HashMap<>((Map<String, Object>) attributes.get("state"));
        if (!state.keySet().containsAll(to.keySet())) throw new AssertionError(state.toString());
        state.putAll(to);
        attributes.put("state", state);
        documents.write(Write.put(new Item(key, attributes)));
    }

    private void remembered(String id) {
        var row = new Item(new Key("work", writer.tenant() + "#" + id), Map.of());
        stack.stores().documents().write(Write.put(row));
    }

    /** How many rows say that there is something to do. */
    int work() {
        return rows(stack.stores().documents(), "work") + rows(stack.stores().chats(), "deletions");
    }

    private int rows(Table table, String partition) {
        return table.query(partition, writer.tenant() + "#", Order.ASCENDING, 100, Optional.empty())
                .items()
                .size();
    }
}
