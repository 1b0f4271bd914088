package kb.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import kb.documents.Document;
import kb.documents.Status;
import kb.histories.TextReader;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.MovableClock;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Sha256;
import kb.store.Table;
import kb.store.Write;
import org.junit.jupiter.api.Test;

/** What is done and its entry in the log are there together or not at all, whichever table keeps them. */
interface EntriesContract {
    Tenant MILL = new Tenant("mill");

    MovableClock clock();

    /** Empty. */
    Table table();

    /** What each entry was written with: the first word of the other rows' keys, by what was done. */
    private static Map<String, String> together(List<Write> writes) {
        var rows = new TreeSet<String>();
        var deeds = new ArrayList<String>();
        for (var write : writes) {
            if (!write.key().partition().startsWith("activity#")) rows.add(word(write.key()));
            else if (write instanceof Write.Put(var item, var _))
                deeds.add(item.text("action") + (item.text("error") == null ? "" : " " + item.text("error")));
        }
        var told = new TreeMap<String, String>();
        deeds.forEach(deed -> told.put(deed, String.join(" ", rows)));
        return told;
    }

    private static String word(Key key) {
        var isList = List.of("work", "deletions").contains(key.partition());
        return isList ? key.partition() : key.sort().replaceAll("#.*", "");
    }

    @Test
    default void an_entry_is_written_by_the_transaction_that_does_what_it_tells() throws IOException {
        var told = new TreeMap<String, String>();
        var documents = watched(table(), told);
        var office = new Office(documents, watched(table(), told), clock());
        var wren = office.as("wren");
        var id = wren.uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ZERO);
        wren.send(200, "PATCH", "/documents/" + id, Map.of("tags", List.of("cellar")));
        wren.uploaded("guide.pdf&replace=true", TextReader.pdf(Office.FEE + " It is dear."), Duration.ZERO);
        var junk = wren.uploaded("junk.pdf", "%PDF-junk".getBytes(), Duration.ZERO);
        wren.send(202, "POST", "/documents/" + junk + "/retry");
        var chat = wren.chat();
        wren.send(200, "PATCH", "/chats/" + chat, Map.of("title", "Fees"));
        var answer = wren.ask(chat, Office.QUESTION, Duration.ZERO);
        var path = "/chats/" + chat + "/messages/" + answer.get("message_id").textValue();
        wren.send(200, "PUT", path + "/feedback", Map.of("rating", "up"));
        wren.send(200, "POST", path + "/regenerate");
        wren.send(200, "DELETE", "/documents/" + id);
        wren.send(200, "DELETE", "/chats");

        var expected = new TreeMap<>(Map.of(
                "upload", "doc hash name version work",
                "describe", "doc",
                "replace", "doc hash name version work",
                "retry", "doc work",
                "create", "chat",
                "rename", "chat",
                "question", "chat message",
                "feedback", "feedback message",
                "regenerate", "chat feedback message"));
        expected.put("delete", "chat deletions");
        expected.put("process", "doc index name visible work");
        expected.put("process damaged", "doc work");
        assertEquals(expected.toString(), told.toString());
    }

    private static Table watched(Table table, Map<String, String> told) {
        return Watched.over(Table.class, table, (method, arguments) -> {
            if (method.equals("write") && arguments[0] instanceof List<?> writes)
                told.putAll(together(writes.stream().map(Write.class::cast).toList()));
        });
    }

    @Test
    default void of_a_transaction_that_is_refused_in_its_middle_neither_row_nor_entry_stays() {
        var table = table();
        var log = new ActivityLog(table, table, new Tallies(table, clock()), clock());
        var activity = new Activity(table, table, clock());
        var first = new Key("mill", "first");
        var middle = Write.put(new Item(new Key("mill", "middle"), Map.of()), Condition.PRESENT);
        var last = Write.put(new Item(new Key("mill", "last"), Map.of()));
        var deed = Deed.of(Kind.DOCUMENT, "upload", "7").counting("uploads", 1);
        var all = List.of(Write.put(new Item(first, Map.of())), middle, last);

        var refused = activity.of(MILL, () -> Activity.did(deed, table, all));
        assertEquals(new Outcome.Refused(Set.of(1)), refused);
        assertEquals(List.of(), table.get(List.of(first, last.key())));
        assertEquals(List.of(), entries(log));
        assertEquals(0, tallies(table).of("uploads"));

        activity.of(MILL, () -> Activity.did(deed, table, List.of(all.getFirst(), last)));
        assertEquals(2, table.get(List.of(first, last.key())).size());
        assertEquals(List.of("upload"), entries(log));
        assertEquals(1, tallies(table).of("uploads"));
    }

    private Tally tallies(Table table) {
        var tallies = new Tallies(table, clock());
        return tallies.count(MILL, tallies.since(Duration.ofHours(1)));
    }

    private List<String> entries(ActivityLog log) {
        return log.entries(MILL, Kind.DAILY, clock().instant().minusSeconds(60), 100).stream()
                .map(Entry::action)
                .toList();
    }

    @Test
    default void whenever_the_table_goes_down_the_log_tells_of_what_is_there_and_of_nothing_else() throws IOException {
        var table = table();
        for (int writes = 0; writes < 12; writes++) {
            var left = new AtomicReference<>(writes);
            Table failing = Watched.over(Table.class, table, (method, _) -> {
                if (method.equals("write") && left.getAndUpdate(now -> now - 1) <= 0)
                    throw new Unavailable(Part.TABLE, new IOException("down"));
            });
            var tenant = "mill-" + writes;
            try {
                var wren = new Office(failing, failing, clock()).as(tenant, "wren");
                wren.uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ZERO);
                wren.ask(wren.chat(), Office.QUESTION, Duration.ZERO);
            } catch (AssertionError refused) {
                assertTrue(refused.getMessage().contains("503"), refused::getMessage);
            }
            assertEquals(there(table, tenant), told(table, tenant), "after " + writes + " writes");
        }
    }

    /** What is there, in the words of the log. */
    private static List<String> there(Table table, String tenant) {
        var there = new ArrayList<String>();
        for (var row : rows(table, tenant, "doc#")) {
            there.add("upload");
            if (row.as(Document.class).state().status() == Status.READY) there.add("process");
        }
        for (var row : rows(table, "chats#" + tenant + "#" + Sha256.hex("wren"), "chat#")) {
            there.add("create");
            if (row.number("message_count") > 0) there.add("question");
        }
        return there.stream().sorted().toList();
    }

    private static List<String> told(Table table, String tenant) {
        return rows(table, "activity#" + tenant + "#2026-01-02", "").stream()
                .filter(row -> !row.key().sort().startsWith("error#"))
                .map(row -> row.text("action"))
                .sorted()
                .toList();
    }

    private static List<Item> rows(Table table, String partition, String prefix) {
        return table.query(partition, prefix, Order.ASCENDING, 1_000, Optional.empty())
                .items();
    }
}
