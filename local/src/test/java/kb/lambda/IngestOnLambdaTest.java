package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kb.Pdfs;
import kb.misuse.SignedPut;
import kb.store.Sha256;
import org.junit.jupiter.api.Test;

/** From a PDF in the bucket to a document that is found, by the queue and the functions alone. */
class IngestOnLambdaTest extends OnLambda {
    /** @return its id */
    private String announcedAndPut() throws Exception {
        var upload = caller.post(
                "/documents/uploads",
                Map.of("filename", "ferry.pdf", "size_bytes", FERRY.length, "sha256", Sha256.hex(FERRY)));
        assertEquals(200, SignedPut.of(upload, FERRY).send());
        return upload.get("document_id").textValue();
    }

    @Test
    void the_event_of_a_bucket_is_enough_for_an_announced_document() throws Exception {
        var id = announcedAndPut();
        assertEquals("uploading", status(id));
        assertEquals(2, deliver()); // the event, and the work that came of it
        assertEquals("ready", status(id));
        var found = caller.post("/search", Map.of("query", "When does the ferry leave?"))
                .get("passages");
        assertEquals(id, found.get(0).get("document_id").textValue());
    }

    @Test
    void a_document_from_a_request_is_read_by_the_function() throws Exception {
        var id = caller.upload("ferry.pdf", FERRY);
        assertEquals("queued", status(id));
        deliver();
        assertEquals("ready", status(id));
    }

    @Test
    void whatever_comes_twice_is_done_once() throws Exception {
        var id = announcedAndPut();
        var event = """
                {"Records": [{"eventName": "ObjectCreated:Put", "s3": {"object": {"key": "mill/%s/source.pdf"}}}]}""".formatted(id);
        var work = """
                {"tenant": "mill", "document_id": "%s", "reminder": false}""".formatted(id);
        for (var message : List.of(event, work, event, work)) deployment.sqs.post(message);
        deliver();
        for (var message : List.of(work, event)) deployment.sqs.post(message);
        deliver();
        assertEquals("ready", status(id));
        assertEquals(1, caller.document(id).get("chunks").intValue());
        assertEquals(List.of(), deployment.delays());
    }

    @Test
    void with_little_time_at_once_a_long_document_is_read_in_many_pieces() throws Exception {
        var pages = IntStream.range(0, 60).mapToObj("The ferry number %d leaves at nine."::formatted);
        var id = caller.upload("ferries.pdf", Pdfs.of(pages.toArray(String[]::new)));
        var pieces = deployment.sqs.deliver(deployment.ingest(), 1);
        assertTrue(pieces >= 4, "brought only " + pieces + " times");
        assertEquals("ready", status(id));
        assertEquals(60, caller.document(id).get("pages").intValue());
        assertEquals(0, deployment.sqs.dead());
    }

    @Test
    void a_part_that_is_down_makes_work_wait_and_burns_no_receive() throws Exception {
        deployment.modelsAreGone();
        var id = caller.upload("ferry.pdf", FERRY);
        deliver();
        for (int minute = 0; minute < 5; minute++) {
            assertEquals("queued", status(id));
            var delay = deployment.delays().getFirst().toSeconds();
            assertTrue(delay >= 20 && delay <= 60, "posted with a delay of " + delay + " s");
            deployment.aMinutePasses();
            assertEquals(1, deliver());
        }
        assertEquals(0, deployment.sqs.dead());
        deployment.modelsAreBack();
        deployment.aMinutePasses();
        deliver();
        assertEquals("ready", status(id));
    }

    @Test
    void a_document_that_fails_every_time_ends_as_failed() throws Exception {
        deployment.reader.set((_, _, _) -> {
            throw new IllegalStateException("a bug");
        });
        var id = caller.upload("ferry.pdf", FERRY);
        deliver();
        assertEquals("parsing", status(id));
        assertEquals(1, deployment.sqs.dead());
        deployment.sqs.deliverDead(deployment.deadLetters());
        var failed = caller.document(id);
        assertEquals("failed", failed.get("status").textValue());
        assertEquals("parser_crashed", failed.get("error").get("code").textValue());
        assertEquals(0, deployment.sqs.dead());
    }

    @Test
    void what_nobody_understands_is_brought_three_times_and_then_dropped() throws Exception {
        deployment.sqs.post("hello");
        assertEquals(3, deliver());
        assertEquals(1, deployment.sqs.dead());
        assertEquals(1, deployment.sqs.deliverDead(deployment.deadLetters()));
        assertEquals(0, deployment.sqs.dead());
    }

    @Test
    void the_trial_of_a_bucket_is_taken() throws Exception {
        deployment.sqs.post("""
                {"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "knowledge-base-pdfs"}""");
        assertEquals(1, deliver());
        assertEquals(0, deployment.sqs.dead());
    }

    @Test
    void without_the_queue_an_upload_is_taken_all_the_same() throws Exception {
        deployment.queueIsGone();
        assertEquals("queued", status(caller.upload("ferry.pdf", FERRY)));
    }
}
