package kb.aws;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.outside.Part;
import kb.store.Cursor;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Slice;
import kb.store.Table;
import kb.store.Transaction;
import kb.store.Write;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A {@link Table} in DynamoDB: keys {@code pk} and {@code sk}, time to live {@code expires_at}, reads consistent. */
public final class DynamoTable implements Table {
    private final DynamoDbClient client;
    private final String name;
    private final Clock clock;
    private final DynamoCalls calls;
    private final DynamoWrites writes;

    public DynamoTable(DynamoDbClient client, String name, Clock clock) {
        this.client = client;
        this.name = name;
        this.clock = clock;
        this.calls = new DynamoCalls();
        this.writes = new DynamoWrites(client, name, calls, clock);
    }

    @Override
    public Optional<Item> get(Key key) {
        var answer = calls.once(() -> client.getItem(
                get -> get.tableName(name).key(DynamoItems.attributes(key)).consistentRead(true)));
        if (!answer.hasItem()) return Optional.empty();
        return visible(List.of(answer.item())).stream().findFirst();
    }

    @Override
    public List<Item> get(Collection<Key> keys) {
        var wanted = keys.stream().distinct().map(DynamoItems::attributes).toList();
        var stored = new ArrayList<Map<String, AttributeValue>>();
        for (var from = 0; from < wanted.size(); from += AT_ONCE) {
            stored.addAll(batch(wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()))));
        }
        return visible(stored);
    }

    /** A transaction of reads: the only way to see a transaction of writes as a whole. */
    private List<Map<String, AttributeValue>> batch(List<Map<String, AttributeValue>> keys) {
        var reads = keys.stream()
                .map(key -> TransactGetItem.builder()
                        .get(get -> get.tableName(name).key(key))
                        .build())
                .toList();
        var answer = calls.again(() -> {
            try {
                return Optional.of(client.transactGetItems(all -> all.transactItems(reads)));
            } catch (TransactionCanceledException cancelled) {
                if (!DynamoCalls.passing(cancelled)) throw cancelled;
                return Optional.empty();
            }
        });
        return answer.responses().stream()
                .filter(ItemResponse::hasItem)
                .map(ItemResponse::item)
                .toList();
    }

    private List<Item> visible(List<Map<String, AttributeValue>> stored) {
        var now = clock.instant();
        return stored.stream()
                .map(DynamoItems::item)
                .filter(item -> !item.expired(now))
                .toList();
    }

    /** A write alone needs no transaction, which would cost twice as much. */
    @Override
    public Outcome write(List<Write> list) {
        var all = new Transaction(list).writes();
        if (all.isEmpty()) return new Outcome.Done();
        if (all.size() > 1) return writes.together(all);
        return switch (all.getFirst()) {
            case Write.Put put -> writes.put(put);
            case Write.Delete delete -> writes.delete(delete);
            case Write.Check(var key, var condition) ->
                condition.holds(get(key)) ? new Outcome.Done() : new Outcome.Refused(Set.of(0));
            case Write.Add add -> {
                writes.add(add);
                yield new Outcome.Done();
            }
        };
    }

    @Override
    public long add(Key key, String attribute, long amount, Optional<Instant> expires) {
        return writes.add(new Write.Add(key, Map.of(attribute, amount), expires))
                .get(attribute);
    }

    @Override
    public Slice query(String partition, String prefix, Order order, int limit, Optional<String> cursor) {
        if (limit < 1 || limit > 1000) throw new IllegalArgumentException("a limit is from 1 to 1,000");
        var request = range(partition, prefix)
                .scanIndexForward(order == Order.ASCENDING)
                .limit(limit)
                .consistentRead(true);
        cursor.map(text -> new Key(partition, Cursor.sort(text, prefix)))
                .ifPresent(last -> request.exclusiveStartKey(DynamoItems.attributes(last)));
        var answer = calls.once(() -> client.query(request.build()));
        var last = Optional.ofNullable(answer.lastEvaluatedKey().get(DynamoItems.SORT));
        return new Slice(visible(answer.items()), last.map(sort -> Cursor.after(sort.s())));
    }

    private QueryRequest.Builder range(String partition, String prefix) {
        var names = new HashMap<>(Map.of("#pk", DynamoItems.PARTITION));
        var values = new HashMap<>(Map.of(":pk", AttributeValue.fromS(partition)));
        var range = "#pk = :pk";
        if (!prefix.isEmpty()) {
            range += " AND begins_with(#sk, :prefix)";
            names.put("#sk", DynamoItems.SORT);
            values.put(":prefix", AttributeValue.fromS(prefix));
        }
        return QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression(range)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }

    @Override
    public Part part() {
        return Part.TABLE;
    }

    @Override
    public void check() {
        get(new Key("health", "check"));
    }
}
