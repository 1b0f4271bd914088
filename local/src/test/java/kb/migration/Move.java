package kb.migration;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.chat.ChatRecords;
import kb.chat.Conversations;
import kb.chat.Transcript;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.masking.Masking;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.Table;

/** Old files in a folder, the tables that they are moved into, and what the account says of it. */
record Move(Path folder, Table documents, Table chats) {
    static final Tenant TENANT = new Tenant("default");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);

    Move(Path folder) {
        this(folder, new MemoryTable(CLOCK), new MemoryTable(CLOCK));
    }

    Migration.Result run(boolean dry) throws Exception {
        var order = new Migration.Order(folder, TENANT, dry, Optional.of(folder.resolve("report.jsonl")));
        return Migration.run(order, documents, chats, CLOCK);
    }

    /** Rows by their table and the name they had. */
    Map<String, JsonNode> report() throws Exception {
        var rows = new HashMap<String, JsonNode>();
        for (var line : Files.readAllLines(folder.resolve("report.jsonl"))) {
            var row = new ObjectMapper().readTree(line);
            rows.put(row.get("table").textValue() + " " + row.get("name").textValue(), row);
        }
        return rows;
    }

    /** What had to be changed of a row, or why it was left. */
    List<String> why(String row) throws Exception {
        return new ObjectMapper().convertValue(report().get(row).get("why"), new TypeReference<>() {});
    }

    private UUID as(String row) throws Exception {
        return UUID.fromString(report().get(row).get("as").textValue());
    }

    Document document(String row) throws Exception {
        return new Catalog(documents, CLOCK).find(TENANT, as(row)).orElseThrow();
    }

    Transcript chat(String owner, String session) throws Exception {
        return new ChatRecords(new Conversations(chats, Masking.NONE), CLOCK)
                .transcript(new Person(TENANT, owner, owner), as("sessions " + session))
                .orElseThrow();
    }
}
