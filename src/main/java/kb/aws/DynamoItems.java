package kb.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kb.store.Item;
import kb.store.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as DynamoDB's typed attributes and back. */
final class DynamoItems {
    static final String PARTITION = "pk";
    static final String SORT = "sk";

    /** The table's time-to-live attribute: seconds since 1970. */
    static final String EXPIRES = "expires_at";

    private DynamoItems() {}

    static Map<String, AttributeValue> attributes(Key key) {
        return Map.of(
                PARTITION, AttributeValue.fromS(key.partition()),
                SORT, AttributeValue.fromS(key.sort()));
    }

    static Map<String, AttributeValue> attributes(Item item) {
        var attributes = new HashMap<>(attributes(item.key()));
        item.attributes().forEach((name, value) -> attributes.put(name, value(value)));
        item.expires().ifPresent(time -> attributes.put(EXPIRES, seconds(time)));
        return attributes;
    }

    static Item item(Map<String, AttributeValue> stored) {
        var attributes = new TreeMap<String, Object>();
        stored.forEach((name, value) -> attributes.put(name, value(value)));
        var key = new Key((String) attributes.remove(PARTITION), (String) attributes.remove(SORT));
        var expires = Optional.ofNullable((Long) attributes.remove(EXPIRES)).map(Instant::ofEpochSecond);
        return new Item(key, attributes, expires);
    }

    static AttributeValue seconds(Instant time) {
        return value(time.getEpochSecond());
    }

    static AttributeValue value(Object value) {
        return switch (value) {
            case null -> AttributeValue.fromNul(true);
            case String text -> AttributeValue.fromS(text);
            case Boolean truth -> AttributeValue.fromBool(truth);
            case Number number -> AttributeValue.fromN(number.toString());
            case List<?> list ->
                AttributeValue.fromL(list.stream().map(DynamoItems::value).toList());
            case Map<?, ?> map -> {
                var nested = new HashMap<String, AttributeValue>();
                map.forEach((name, each) -> nested.put((String) name, value(each)));
                yield AttributeValue.fromM(nested);
            }
            default -> throw new IllegalArgumentException("an attribute cannot be a " + value.getClass());
        };
    }

    private static Object value(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> number(value.n());
            case BOOL -> value.bool();
            case NUL -> null;
            case L -> {
                var nested = new ArrayList<Object>();
                value.l().forEach(each -> nested.add(value(each)));
                yield nested;
            }
            case M -> {
                var nested = new TreeMap<String, Object>();
                value.m().forEach((name, each) -> nested.put(name, value(each)));
                yield nested;
            }
            case SS, NS, B, BS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalStateException("a stored attribute is a " + value.type());
        };
    }

    private static Object number(String text) {
        var number = new BigDecimal(text);
        try {
            return number.longValueExact();
        } catch (ArithmeticException notWhole) {
            return number.doubleValue();
        }
    }
}
