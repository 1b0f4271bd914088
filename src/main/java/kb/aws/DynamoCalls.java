package kb.aws;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Calls to DynamoDB, tried again for a while when others were in the way.
 *
 * <p>A failed condition passes through, and so does a request DynamoDB finds invalid: that is our bug. Everything else,
 * after the SDK's own retries, is {@link Unavailable}.
 */
final class DynamoCalls {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoCalls.class);
    private static final int LONGEST_PAUSE_MILLISECONDS = 400;

    <T> T once(Supplier<T> call) {
        return again(() -> Optional.of(call.get()));
    }

    /** @param call returns nothing when it has to be made again */
    <T> T again(Supplier<Optional<T>> call) {
        return Deadline.after(Clients.DYNAMO_DB).keep(() -> untilDone(call));
    }

    private static <T> T untilDone(Supplier<Optional<T>> call) {
        for (var attempt = 0; ; attempt++) {
            Deadline.left(Part.TABLE, Clients.DYNAMO_DB);
            try {
                var result = call.get();
                if (result.isPresent()) return result.get();
            } catch (TransactionConflictException | TransactionInProgressException inTheWay) {
                LOG.debug("somebody else's transaction is in the way", inTheWay);
            } catch (ConditionalCheckFailedException | TransactionCanceledException answer) {
                throw answer;
            } catch (SdkException failure) {
                throw invalid(failure) ? failure : new Unavailable(Part.TABLE, failure);
            }
            pause(attempt);
        }
    }

    /** Whether a transaction failed only because others were in the way. */
    static boolean passing(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(reason -> reason.code() == null ? "None" : reason.code())
                .allMatch(code -> switch (code) {
                    case "None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
                    default -> false;
                });
    }

    private static boolean invalid(SdkException failure) {
        return failure instanceof DynamoDbException answer
                && answer.awsErrorDetails() != null
                && "ValidationException".equals(answer.awsErrorDetails().errorCode());
    }

    /** Waits longer each time, and never as long as the others who wait. */
    private static void pause(int attempt) {
        var most = Math.min(LONGEST_PAUSE_MILLISECONDS, 10 << Math.min(attempt, 10));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(most) + 1);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Part.TABLE, cause);
        }
    }
}
