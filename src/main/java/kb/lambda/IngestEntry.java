package kb.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import kb.Production;
import kb.config.Config;
import kb.queue.Deliveries;

/** Reads uploaded PDFs, and does what else waits in the queue: names the messages that are to be brought again. */
public final class IngestEntry implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Deliveries deliveries;

    /** Runs once, before SnapStart takes its picture: no process runs on and no secret is read yet. */
    public IngestEntry() {
        this(Production.deliveries(Config.from(System.getenv())));
        FirstRequests.rehearse(System.getenv(), FirstRequests.ROUNDS);
    }

    public IngestEntry(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var again = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            var time = Duration.ofMillis(context.getRemainingTimeInMillis());
            var done = deliveries.take(message.getMessageId(), message.getBody(), context.getAwsRequestId(), time);
            if (!done) again.add(new BatchItemFailure(message.getMessageId()));
        }
        return new SQSBatchResponse(again);
    }
}
