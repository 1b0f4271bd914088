package kb.aws;

import java.time.Duration;
import kb.outside.Health;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.queue.MessageQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A standard queue of Amazon SQS. */
public final class SqsQueue implements MessageQueue, Health {
    private static final Logger LOG = LoggerFactory.getLogger(SqsQueue.class);

    private final SqsClient client;
    private final String address;

    public SqsQueue(SqsClient client, String address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public Part part() {
        return Part.QUEUE;
    }

    @Override
    public void check() {
        try {
            client.getQueueAttributes(get -> get.queueUrl(address).attributeNames(QueueAttributeName.QUEUE_ARN));
        } catch (SdkException down) {
            throw new Unavailable(Part.QUEUE, down);
        }
    }

    @Override
    public boolean post(String message, Duration delay) {
        try {
            client.sendMessage(
                    send -> send.queueUrl(address).messageBody(message).delaySeconds((int) delay.toSeconds()));
            return true;
        } catch (SdkException down) {
            LOG.warn("the queue takes no message: {}", down.getMessage());
            return false;
        }
    }

    @Override
    public boolean isBehind() {
        var waiting = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        try {
            var attributes =
                    client.getQueueAttributes(get -> get.queueUrl(address).attributeNames(waiting));
            return Long.parseLong(attributes.attributes().get(waiting)) > 0;
        } catch (SdkException down) {
            LOG.warn("the queue does not say how many messages wait: {}", down.getMessage());
            return false;
        }
    }
}
