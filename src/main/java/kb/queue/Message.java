package kb.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kb.ingest.WorkQueue.Work;
import kb.people.Tenant;

/** What a message says. */
sealed interface Message {
    ObjectMapper JSON = new ObjectMapper();

    /** @param reminder whether the janitor sends it, who comes again as long as anything is left to do */
    record Wanted(Work work, boolean reminder) implements Message {
        String text() {
            return JSON.createObjectNode()
                    .put("tenant", work.tenant().id())
                    .put("document_id", work.documentId().toString())
                    .put("reminder", reminder)
                    .toString();
        }
    }

    /** Objects have come into the bucket. */
    record Arrived(List<String> names) implements Message {
        public Arrived {
            names = List.copyOf(names);
        }
    }

    /** S3 tries a queue out with a message of its own when it is told to use it. */
    record Trial() implements Message {}

    /**
     * Reads our own messages and those of S3 ("Event message structure" in the Amazon S3 User Guide).
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Message of(String text) {
        var json = json(text);
        if (json.path("Records").isArray()) return new Arrived(names(json.get("Records")));
        if (json.path("Event").asText().equals("s3:TestEvent")) return new Trial();
        var work = new Work(
                new Tenant(json.path("tenant").asText()),
                UUID.fromString(json.path("document_id").asText()));
        return new Wanted(work, json.path("reminder").asBoolean());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("a message is no JSON", malformed);
        }
    }

    /** Keys come as in the query of an address, with {@code +} for a space. */
    private static List<String> names(JsonNode records) {
        var names = new ArrayList<String>();
        for (var one : records) {
            var key = one.path("s3").path("object").path("key").asText();
            if (one.path("eventName").asText().startsWith("ObjectCreated:"))
                names.add(URLDecoder.decode(key, StandardCharsets.UTF_8));
        }
        return names;
    }
}
