package kb.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import kb.Production;
import kb.config.Config;
import kb.queue.Deliveries;

/** Lets documents fail whose messages the queue has brought too often: a message is in the dead-letter queue then. */
public final class DeadLetterEntry implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Deliveries deliveries;

    public DeadLetterEntry() {
        this(Production.deliveries(Config.from(System.getenv())));
    }

    public DeadLetterEntry(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message ->
                        !deliveries.giveUp(message.getMessageId(), message.getBody(), context.getAwsRequestId()))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }
}
