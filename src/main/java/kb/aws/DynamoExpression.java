package kb.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kb.store.Condition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition in DynamoDB's words. Names and values stand only behind placeholders.
 *
 * <p>DynamoDB removes expired items hours late, so each condition says itself that an item past its time is absent.
 * The three parts are null when there is no condition, which is how the SDK wants to be told.
 */
record DynamoExpression(String text, Map<String, String> names, Map<String, AttributeValue> values) {
    private static final String EXPIRED = "#expires <= :now";
    private static final String UNEXPIRED = "(attribute_not_exists(#expires) OR #expires > :now)";
    private static final String ABSENT = "(attribute_not_exists(#pk) OR " + EXPIRED + ")";
    private static final String PRESENT = "(attribute_exists(#pk) AND " + UNEXPIRED + ")";

    static DynamoExpression of(Condition condition, Instant now) {
        if (condition.equals(Condition.ALWAYS)) return new DynamoExpression(null, null, null);
        var names = expiryName();
        names.put("#pk", DynamoItems.PARTITION);
        var values = expiryValue(now);
        return new DynamoExpression(text(condition, names, values), names, values);
    }

    /** Holds for an item that has expired. */
    static DynamoExpression expired(Instant now) {
        return new DynamoExpression(EXPIRED, expiryName(), expiryValue(now));
    }

    /** Says of an addition that it is not to one in an expired item: that one has to go first. */
    static DynamoExpression unexpired(Instant now) {
        return new DynamoExpression(UNEXPIRED, expiryName(), expiryValue(now));
    }

    private static Map<String, String> expiryName() {
        var names = new HashMap<String, String>();
        names.put("#expires", DynamoItems.EXPIRES);
        return names;
    }

    private static Map<String, AttributeValue> expiryValue(Instant now) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":now", DynamoItems.seconds(now));
        return values;
    }

    private static String text(Condition condition, Map<String, String> names, Map<String, AttributeValue> values) {
        return switch (condition) {
            case Condition.Absent() -> ABSENT;
            case Condition.Present() -> PRESENT;
            case Condition.Is(var attribute, var value) -> {
                var at = values.size();
                names.put("#a" + at, attribute);
                values.put(":v" + at, DynamoItems.value(value));
                yield "(%s AND #a%d = :v%d)".formatted(PRESENT, at, at);
            }
            case Condition.Below(var attribute, var limit) -> {
                var at = values.size();
                names.put("#a" + at, attribute);
                values.put(":v" + at, DynamoItems.value(limit));
                yield "(%s AND (attribute_not_exists(#a%d) OR #a%d < :v%d))".formatted(PRESENT, at, at, at);
            }
            // DynamoDB refuses parentheses that change nothing
            case Condition.All(var conditions)
            when conditions.size() == 1 -> text(conditions.getFirst(), names, values);
            case Condition.All(var conditions) ->
                conditions.stream()
                        .map(each -> text(each, names, values))
                        .collect(Collectors.joining(" AND ", "(", ")"));
        };
    }
}
