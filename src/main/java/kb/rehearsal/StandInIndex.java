package kb.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Weaviate as far as the application speaks with it: every search finds whatever the tenant has. */
final class StandInIndex {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ASKED = Pattern.compile("(Get|Aggregate) \\{ (\\w+)\\(tenant: \"([^\"]*)\"");
    private static final double NEAR = 0.1;

    private final Map<String, JsonNode> collections = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> objects = new ConcurrentHashMap<>();

    /** @param path behind {@code /v1/} */
    Reply answer(String method, String path, JsonNode request) {
        return switch (path) {
            case "schema" -> method.equals("POST") ? created(request) : all();
            case "batch/objects" -> method.equals("DELETE") ? deleted(request) : stored(request);
            case "graphql" -> queried(request.path("query").asText());
            case "meta" -> Reply.json(JSON.objectNode().put("version", "1.38.11"));
            default -> path.startsWith("schema/") ? one(path.substring("schema/".length())) : Reply.empty(200);
        };
    }

    private Reply created(JsonNode collection) {
        collections.put(collection.get("class").asText(), collection);
        return Reply.json(collection);
    }

    private Reply all() {
        var classes = JSON.arrayNode();
        collections.values().forEach(classes::add);
        return Reply.json(JSON.objectNode().set("classes", classes));
    }

    private Reply one(String name) {
        var found = collections.get(name);
        return found == null ? Reply.empty(404) : Reply.json(found);
    }

    private Reply stored(JsonNode request) {
        var answers = JSON.arrayNode();
        for (var object : request.get("objects")) {
            objects.put(object.get("id").asText(), object);
            ObjectNode answer = object.deepCopy();
            answer.putObject("result").put("status", "SUCCESS");
            answers.add(answer);
        }
        return Reply.json(answers);
    }

    private Reply deleted(JsonNode request) {
        var wanted = request.path("match").toString();
        var gone = objects.values().stream()
                .filter(object ->
                        wanted.contains(object.at("/properties/document_id").asText()))
                .map(object -> object.get("id").asText())
                .toList();
        gone.forEach(objects::remove);
        var results = JSON.objectNode().put("matches", gone.size()).put("successful", gone.size());
        return Reply.json(
                JSON.objectNode().set("results", results.put("failed", 0).put("limit", 1000)));
    }

    private Reply queried(String query) {
        var asked = ASKED.matcher(query);
        if (!asked.find()) return Reply.json(JSON.objectNode());
        var rows = JSON.arrayNode();
        var count = 0;
        for (var object : objects.values()) {
            if (!object.path("tenant").asText().equals(asked.group(3))) continue;
            if (query.contains(object.at("/properties/document_id").asText())) count++;
            ObjectNode row = object.get("properties").deepCopy();
            row.putObject("_additional").put("score", "1.0").put("distance", NEAR);
            rows.add(row);
        }
        var counted = JSON.arrayNode();
        counted.addObject().putObject("meta").put("count", count);
        var answer = JSON.objectNode().set(asked.group(2), asked.group(1).equals("Get") ? rows : counted);
        return Reply.json(JSON.objectNode().set("data", JSON.objectNode().set(asked.group(1), answer)));
    }
}
