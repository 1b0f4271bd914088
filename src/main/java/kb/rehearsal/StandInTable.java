package kb.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** DynamoDB as far as the application speaks with it: whatever is to be so is so, no condition is looked at. */
final class StandInTable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ADDITION = Pattern.compile("(#\\w+) (:\\w+)");
    private static final char END = '\uffff';

    private final NavigableMap<String, ObjectNode> items = new ConcurrentSkipListMap<>();

    Reply answer(String action, JsonNode request) {
        return Reply.json(
                switch (action) {
                    case "GetItem" -> found(request);
                    case "Query" -> range(request);
                    case "TransactGetItems" -> {
                        var responses = JSON.arrayNode();
                        request.get("TransactItems").forEach(one -> responses.add(found(one.get("Get"))));
                        yield JSON.objectNode().set("Responses", responses);
                    }
                    case "TransactWriteItems" -> {
                        request.get("TransactItems").forEach(one -> one.properties()
                                .forEach(write -> written(write.getKey(), write.getValue())));
                        yield JSON.objectNode();
                    }
                    default -> written(action.replace("Item", ""), request);
                });
    }

    private ObjectNode found(JsonNode request) {
        var item = items.get(key(request, request.get("Key")));
        return item == null ? JSON.objectNode() : JSON.objectNode().set("Item", item);
    }

    private ObjectNode written(String action, JsonNode request) {
        switch (action) {
            case "Put" -> items.put(key(request, request.get("Item")), (ObjectNode) request.get("Item"));
            case "Delete" -> items.remove(key(request, request.get("Key")));
            case "Update" -> {
                return JSON.objectNode().set("Attributes", added(request));
            }
            default -> {} // a condition that is to hold
        }
        return JSON.objectNode();
    }

    private ObjectNode added(JsonNode request) {
        var item = items.computeIfAbsent(
                key(request, request.get("Key")), _ -> request.get("Key").deepCopy());
        var sums = JSON.objectNode();
        var additions = ADDITION.matcher(request.get("UpdateExpression").textValue());
        while (additions.find()) {
            var name = request.get("ExpressionAttributeNames")
                    .get(additions.group(1))
                    .textValue();
            var amount = request.get("ExpressionAttributeValues").get(additions.group(2));
            sums.putObject(name).put("N", Long.toString(number(item.path(name)) + number(amount)));
        }
        item.setAll(sums);
        return sums;
    }

    private static long number(JsonNode attribute) {
        return attribute.path("N").asLong();
    }

    private ObjectNode range(JsonNode request) {
        var partition = request.at("/ExpressionAttributeValues/:pk/S").asText();
        var prefix = request.at("/ExpressionAttributeValues/:prefix/S").asText();
        var first = key(request.get("TableName").asText(), partition, prefix);
        List<ObjectNode> found =
                new ArrayList<>(items.subMap(first, first + END).values());
        if (!request.path("ScanIndexForward").asBoolean(true)) Collections.reverse(found);
        var limit = request.path("Limit").asInt(Integer.MAX_VALUE);
        var page = JSON.arrayNode();
        found.stream().limit(limit).forEach(page::add);
        return JSON.objectNode().set("Items", page);
    }

    private static String key(JsonNode request, JsonNode item) {
        return key(
                request.get("TableName").asText(),
                item.at("/pk/S").asText(),
                item.at("/sk/S").asText());
    }

    private static String key(String table, String partition, String sort) {
        return table + '\n' + partition + '\n' + sort;
    }

    /** How many records there are. */
    int size() {
        return items.size();
    }
}
