package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kb.aws.Aws;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.store.MovableClock;
import org.junit.jupiter.api.Test;

/** How the queue and the secrets tell whether they work. */
class PartsOnAwsTest {
    @Test
    void a_queue_that_does_not_answer_is_unavailable() {
        try (var sqs = new RealQueue()) {
            var queue = sqs.queue();
            queue.check();
            sqs.stop();
            assertEquals(
                    Part.QUEUE, assertThrows(Unavailable.class, queue::check).part());
        }
    }

    @Test
    void a_secret_is_asked_for_no_more_often_than_requests_do_and_one_that_is_missing_is_told() throws Exception {
        var clock = new MovableClock();
        try (var server = new SecretsServer(Map.of("there", "worth-nothing"))) {
            var secrets = new Aws(Map.of(
                            "AWS_ENDPOINT_URL_SECRETS_MANAGER", server.address().toString(),
                            "AWS_REGION", "us-east-1",
                            "AWS_ACCESS_KEY_ID", "tests",
                            "AWS_SECRET_ACCESS_KEY", "tests"))
                    .secrets(clock);
            var there = secrets.apply("there");
            there.check();
            assertEquals("worth-nothing", there.get());
            there.check();
            assertEquals(List.of("there"), server.asked());
            clock.forward(Duration.ofMinutes(5));
            there.check();
            assertEquals(List.of("there", "there"), server.asked());
            var missing = secrets.apply("missing");
            assertEquals(
                    Part.SECRETS,
                    assertThrows(Unavailable.class, missing::check).part());
        }
    }
}
