package kb.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kb.aws.Aws;
import kb.aws.SqsQueue;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** An SQS server on loopback with the deployment's two queues, and what Lambda does between a queue and its function. */
final class RealQueue implements AutoCloseable {
    private static final int MOST_RECEIVES = 3;

    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    private final URI endpoint = URI.create(
            "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    private final SqsClient client = SqsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("tests", "tests")))
            .build();
    private final String dead = made("dead", Map.of());
    private final String main = made("ingest", Map.of(QueueAttributeName.REDRIVE_POLICY, """
                    {"deadLetterTargetArn": "arn:aws:sqs:us-east-1:000000000000:dead", "maxReceiveCount": "%d"}\
                    """.formatted(MOST_RECEIVES)));

    private String made(String name, Map<QueueAttributeName, String> attributes) {
        client.createQueue(create -> create.queueName(name).attributes(attributes));
        return endpoint + "/000000000000/" + name;
    }

    /** As the application reaches it. */
    SqsQueue queue() {
        return new Aws(Map.of(
                        "AWS_ENDPOINT_URL_SQS", endpoint.toString(),
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "tests",
                        "AWS_SECRET_ACCESS_KEY", "tests"))
                .queue(main);
    }

    URI address() {
        return endpoint;
    }

    /** How a process of its own reaches it. */
    Map<String, String> settings() {
        return Map.of("AWS_ENDPOINT_URL_SQS", endpoint.toString(), "INGEST_QUEUE_URL", main);
    }

    void post(String message) {
        client.sendMessage(send -> send.queueUrl(main).messageBody(message));
    }

    /** Brings what waits until nothing waits; a message that is to be brought again is, at once. @return how many were brought */
    int deliver(RequestHandler<SQSEvent, SQSBatchResponse> function, int milliseconds) {
        return deliver(main, function, milliseconds);
    }

    /** All that waits. */
    void lose() {
        deliver(main, (_, _) -> new SQSBatchResponse(List.of()), 0);
    }

    int deliverDead(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return deliver(dead, function, 60_000);
    }

    private int deliver(String queue, RequestHandler<SQSEvent, SQSBatchResponse> function, int milliseconds) {
        int brought = 0;
        for (var batch = received(queue); !batch.isEmpty(); batch = received(queue)) {
            brought += batch.size();
            var event = new SQSEvent();
            event.setRecords(batch.stream().map(RealQueue::record).toList());
            var answer = function.handleRequest(
                    event, new Invocation(UUID.randomUUID().toString(), milliseconds));
            var failed = answer.getBatchItemFailures().stream()
                    .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                    .toList();
            for (var message : batch) settle(queue, message, failed.contains(message.messageId()));
        }
        return brought;
    }

    private List<Message> received(String queue) {
        return client.receiveMessage(receive ->
                        receive.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(960))
                .messages();
    }

    private void settle(String queue, Message message, boolean again) {
        var handle = message.receiptHandle();
        if (again) {
            client.changeMessageVisibility(
                    change -> change.queueUrl(queue).receiptHandle(handle).visibilityTimeout(0));
        } else {
            client.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(handle));
        }
    }

    private static SQSEvent.SQSMessage record(Message message) {
        var one = new SQSEvent.SQSMessage();
        one.setMessageId(message.messageId());
        one.setBody(message.body());
        return one;
    }

    int waiting() {
        return count(main, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    int dead() {
        return count(dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    private int count(String queue, QueueAttributeName which) {
        var attributes = client.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(which));
        return Integer.parseInt(attributes.attributes().get(which));
    }

    /** Takes no messages any more. */
    void stop() {
        server.stopAndWait();
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
