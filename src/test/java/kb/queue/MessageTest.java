package kb.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import kb.ingest.WorkQueue.Work;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final Message.Wanted WORK = new Message.Wanted(
            new Work(new Tenant("mill"), UUID.fromString("01890000-0000-7000-8000-000000000001")), true);

    @Test
    void work_is_read_as_it_was_written() {
        assertEquals("""
                {"tenant":"mill","document_id":"01890000-0000-7000-8000-000000000001","reminder":true}""", WORK.text());
        assertEquals(WORK, Message.of(WORK.text()));
    }

    @Test
    void an_event_of_s3_names_the_objects_that_came() {
        var event = """
                {"Records": [
                  {"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-central-1",
                   "eventTime": "2026-01-02T03:04:05.678Z", "eventName": "ObjectCreated:Put",
                   "s3": {"s3SchemaVersion": "1.0", "bucket": {"name": "pdfs", "arn": "arn:aws:s3:::pdfs"},
                          "object": {"key": "mill/a+b%2Fc/source.pdf", "size": 1024, "sequencer": "0A1B2C"}}},
                  {"eventName": "ObjectCreated:CompleteMultipartUpload", "s3": {"object": {"key": "second"}}},
                  {"eventName": "ObjectRemoved:Delete", "s3": {"object": {"key": "gone"}}}]}""";
        assertEquals(new Message.Arrived(List.of("mill/a b/c/source.pdf", "second")), Message.of(event));
    }

    @Test
    void s3_tries_a_queue_out() {
        var trial = """
                {"Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2026-01-02T03:04:05.678Z", "Bucket": "pdfs"}""";
        assertEquals(new Message.Trial(), Message.of(trial));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "null",
                "{\"tenant\": \"mill\"}",
                "{\"tenant\": \"mill\", \"document_id\": \"1\"}",
                "{\"tenant\": \"../mill\", \"document_id\": \"01890000-0000-7000-8000-000000000001\"}"
            })
    void nothing_else_is_a_message(String text) {
        assertThrows(IllegalArgumentException.class, () -> Message.of(text));
    }
}
