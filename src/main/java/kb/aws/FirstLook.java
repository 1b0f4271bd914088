package kb.aws;

import kb.outside.Health;
import kb.outside.Unavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Tells an operator at start what has to be done before a table or a bucket can be used; nothing is made by itself. */
public final class FirstLook {
    private static final int ABSENT = 404;

    private FirstLook() {}

    /** @throws IllegalStateException when it cannot be used; the message says what to do */
    public static <P extends Health> P at(P part, String name, String setting) {
        try {
            part.check();
            return part;
        } catch (Unavailable down) {
            throw new IllegalStateException(advice(down.getCause(), name, setting), down);
        }
    }

    private static String advice(Throwable cause, String name, String setting) {
        return switch (cause) {
            case ResourceNotFoundException _ ->
                "DynamoDB has no table %s: create it with the partition key pk and the sort key sk, both strings, and time to live on expires_at; or set %s to another"
                        .formatted(name, setting);
            case AwsServiceException answer
            when answer.statusCode() == ABSENT ->
                "S3 has no bucket %s: create it, not versioned; or set %s to another".formatted(name, setting);
            case AwsServiceException answer ->
                "AWS refuses %s with status %d: check the credentials and what they may do"
                        .formatted(name, answer.statusCode());
            case null, default ->
                "AWS does not answer for %s: check AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_S3 and the credentials"
                        .formatted(name);
        };
    }
}
