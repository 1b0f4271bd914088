package kb.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Consumer;
import kb.store.Item;
import kb.store.Key;
import kb.store.Write;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Writes to one table as requests to DynamoDB. */
record DynamoRequests(String table) {
    private static final String ADD = "ADD #sum :amount";
    /** The name is known from the condition. */
    private static final String EXPIRING = " SET #expires = :expires";

    PutItemRequest put(Item item, DynamoExpression when) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(DynamoItems.attributes(item))
                .conditionExpression(when.text())
                .expressionAttributeNames(when.names())
                .expressionAttributeValues(when.values())
                .build();
    }

    DeleteItemRequest delete(Key key, DynamoExpression when) {
        return DeleteItemRequest.builder()
                .tableName(table)
                .key(DynamoItems.attributes(key))
                .conditionExpression(when.text())
                .expressionAttributeNames(when.names())
                .expressionAttributeValues(when.values())
                .build();
    }

    UpdateItemRequest add(Key key, DynamoExpression sum, Optional<Instant> expires) {
        var values = new HashMap<>(sum.values());
        expires.ifPresent(time -> values.put(":expires", DynamoItems.seconds(time)));
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(DynamoItems.attributes(key))
                .updateExpression(expires.isPresent() ? ADD + EXPIRING : ADD)
                .conditionExpression(sum.text())
                .expressionAttributeNames(sum.names())
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.UPDATED_NEW)
                .build();
    }

    TransactWriteItem part(Write write, Instant now) {
        var when = DynamoExpression.of(write.condition(), now);
        return switch (write) {
            case Write.Put(var item, var _) ->
                part(to -> to.put(put -> put.tableName(table)
                        .item(DynamoItems.attributes(item))
                        .conditionExpression(when.text())
                        .expressionAttributeNames(when.names())
                        .expressionAttributeValues(when.values())));
            case Write.Delete(var key, var _) ->
                part(to -> to.delete(delete -> delete.tableName(table)
                        .key(DynamoItems.attributes(key))
                        .conditionExpression(when.text())
                        .expressionAttributeNames(when.names())
                        .expressionAttributeValues(when.values())));
            case Write.Check(var key, var _) ->
                part(to -> to.conditionCheck(check -> check.tableName(table)
                        .key(DynamoItems.attributes(key))
                        .conditionExpression(when.text())
                        .expressionAttributeNames(when.names())
                        .expressionAttributeValues(when.values())));
            case Write.Add(var key, var attribute, var amount) -> {
                var sum = DynamoExpression.add(attribute, amount, now);
                yield part(to -> to.update(update -> update.tableName(table)
                        .key(DynamoItems.attributes(key))
                        .updateExpression(ADD)
                        .conditionExpression(sum.text())
                        .expressionAttributeNames(sum.names())
                        .expressionAttributeValues(sum.values())));
            }
        };
    }

    private static TransactWriteItem part(Consumer<TransactWriteItem.Builder> what) {
        return TransactWriteItem.builder().applyMutation(what).build();
    }
}
