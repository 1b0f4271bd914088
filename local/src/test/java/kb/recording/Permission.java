package kb.recording;

import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** An action and what it is done to, in IAM's words ("Actions, resources, and condition keys" in the Service Authorization Reference). */
public record Permission(String action, String resource) implements Comparable<Permission> {
    static Stream<Permission> wantedBy(SdkRequest request) {
        return switch (request) {
            case GetItemRequest one -> records("GetItem", one.tableName());
            case QueryRequest one -> records("Query", one.tableName());
            case PutItemRequest one -> records("PutItem", one.tableName());
            case DeleteItemRequest one -> records("DeleteItem", one.tableName());
            case UpdateItemRequest one -> records("UpdateItem", one.tableName());
            // a transaction is allowed by what its items do
            case TransactGetItemsRequest all ->
                all.transactItems().stream()
                        .flatMap(item -> records("GetItem", item.get().tableName()));
            case TransactWriteItemsRequest all -> all.transactItems().stream().flatMap(Permission::written);
            case GetObjectRequest one -> of("s3:GetObject", one.bucket());
            case HeadObjectRequest one -> of("s3:GetObject", one.bucket());
            case PutObjectRequest one -> of("s3:PutObject", one.bucket());
            case DeleteObjectsRequest one -> of("s3:DeleteObject", one.bucket());
            case ListObjectsV2Request one -> of("s3:ListBucket", one.bucket());
            case HeadBucketRequest one -> of("s3:ListBucket", one.bucket());
            case GetSecretValueRequest one -> of("secretsmanager:GetSecretValue", one.secretId());
            case SendMessageRequest one -> queue("SendMessage", one.queueUrl());
            case GetQueueAttributesRequest one -> queue("GetQueueAttributes", one.queueUrl());
            default -> of("unknown:" + request.getClass().getSimpleName(), "");
        };
    }

    private static Stream<Permission> written(TransactWriteItem item) {
        if (item.put() != null) return records("PutItem", item.put().tableName());
        if (item.delete() != null) return records("DeleteItem", item.delete().tableName());
        if (item.update() != null) return records("UpdateItem", item.update().tableName());
        return records("ConditionCheckItem", item.conditionCheck().tableName());
    }

    private static Stream<Permission> records(String action, String table) {
        return of("dynamodb:" + action, table);
    }

    private static Stream<Permission> queue(String action, String address) {
        return of("sqs:" + action, address.substring(address.lastIndexOf('/') + 1));
    }

    private static Stream<Permission> of(String action, String resource) {
        return Stream.of(new Permission(action, resource));
    }

    String line() {
        return action + " " + resource + "\n";
    }

    static Permission of(String line) {
        var words = line.split(" ", 2);
        return new Permission(words[0], words[1]);
    }

    @Override
    public int compareTo(Permission other) {
        return line().compareTo(other.line());
    }

    @Override
    public String toString() {
        return line().strip();
    }
}
