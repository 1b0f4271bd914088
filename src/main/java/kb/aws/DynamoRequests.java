package kb.aws;

import java.time.Instant;
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

    UpdateItemRequest add(Write.Add add, Instant now) {
        var sum = DynamoAddition.of(add, now);
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(DynamoItems.attributes(add.key()))
                .updateExpression(sum.update())
                .conditionExpression(sum.when().text())
                .expressionAttributeNames(sum.when().names())
                .expressionAttributeValues(sum.when().values())
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
            case Write.Add add -> {
                var sum = DynamoAddition.of(add, now);
                yield part(to -> to.update(update -> update.tableName(table)
                        .key(DynamoItems.attributes(add.key()))
                        .updateExpression(sum.update())
                        .conditionExpression(sum.when().text())
                        .expressionAttributeNames(sum.when().names())
                        .expressionAttributeValues(sum.when().values())));
            }
        };
    }

    private static TransactWriteItem part(Consumer<TransactWriteItem.Builder> what) {
        return TransactWriteItem.builder().applyMutation(what).build();
    }
}
