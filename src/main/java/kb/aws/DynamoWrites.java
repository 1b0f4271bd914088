package kb.aws;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kb.store.Condition;
import kb.store.Key;
import kb.store.Outcome;
import kb.store.Write;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Makes writes to one table and says what became of them. */
final class DynamoWrites {
    private static final Outcome DONE = new Outcome.Done();

    private final DynamoDbClient client;
    private final DynamoRequests requests;
    private final DynamoCalls calls;
    private final Clock clock;

    DynamoWrites(DynamoDbClient client, String table, DynamoCalls calls, Clock clock) {
        this.client = client;
        this.requests = new DynamoRequests(table);
        this.calls = calls;
        this.clock = clock;
    }

    Outcome put(Write.Put write) {
        return alone(write.condition(), when -> client.putItem(requests.put(write.item(), when)));
    }

    Outcome delete(Write.Delete write) {
        return alone(write.condition(), when -> client.deleteItem(requests.delete(write.key(), when)));
    }

    private Outcome alone(Condition condition, Consumer<DynamoExpression> write) {
        return calls.once(() -> {
            try {
                write.accept(DynamoExpression.of(condition, clock.instant()));
                return DONE;
            } catch (ConditionalCheckFailedException refused) {
                return new Outcome.Refused(Set.of(0));
            }
        });
    }

    /** The sums by attribute. */
    Map<String, Long> add(Write.Add add) {
        return calls.again(() -> {
            var now = clock.instant();
            try {
                var sums = new TreeMap<String, Long>();
                var updated = client.updateItem(requests.add(add, now)).attributes();
                for (var attribute : add.amounts().keySet())
                    sums.put(attribute, Long.parseLong(updated.get(attribute).n()));
                return Optional.of(sums);
            } catch (ConditionalCheckFailedException expired) {
                forget(add.key(), now);
                return Optional.empty();
            }
        });
    }

    /**
     * One transaction under one name, so that DynamoDB makes it once although it is asked again: while it is in progress,
     * or its answer was lost. Only one that was cancelled is made anew.
     */
    Outcome together(List<Write> writes) {
        var attempt = new AtomicReference<>(Attempt.at(clock.instant()));
        return calls.again(() -> {
            var now = attempt.get().at();
            try {
                client.transactWriteItems(
                        all -> all.clientRequestToken(attempt.get().token())
                                .transactItems(writes.stream()
                                        .map(write -> requests.part(write, now))
                                        .toList()));
                return Optional.of(DONE);
            } catch (TransactionCanceledException cancelled) {
                attempt.set(Attempt.at(clock.instant()));
                return answer(writes, cancelled, now);
            }
        });
    }

    /** @param at a part of the conditions: the same token with another moment would be another transaction */
    private record Attempt(String token, Instant at) {
        static Attempt at(Instant now) {
            return new Attempt(UUID.randomUUID().toString(), now);
        }
    }

    /** Nothing when the transaction has to be made again. */
    private Optional<Outcome> answer(List<Write> writes, TransactionCanceledException cancelled, Instant now) {
        var failed = new TreeSet<Integer>();
        var passing = false;
        for (var position = 0; position < writes.size(); position++) {
            switch (cancelled.cancellationReasons().get(position).code()) {
                case "None" -> {}
                case "ConditionalCheckFailed" -> failed.add(position);
                case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> passing = true;
                default -> throw cancelled;
            }
        }
        if (passing) return Optional.empty();
        // the only condition of an addition is that its item has not expired
        for (var position : List.copyOf(failed)) {
            if (!(writes.get(position) instanceof Write.Add add)) continue;
            forget(add.key(), now);
            failed.remove(position);
        }
        return failed.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Refused(failed));
    }

    /** Removes an expired item before DynamoDB does; not one that somebody wrote anew meanwhile. */
    private void forget(Key key, Instant now) {
        try {
            client.deleteItem(requests.delete(key, DynamoExpression.expired(now)));
        } catch (ConditionalCheckFailedException renewed) {
            // then there is nothing to remove
        }
    }
}
