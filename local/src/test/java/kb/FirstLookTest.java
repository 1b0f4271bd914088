package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin whose table or bucket cannot be used does not start, makes nothing by itself, and says what to do. */
class FirstLookTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @TempDir
    Path folder;

    @Test
    void a_missing_table_is_named_with_its_keys_and_its_setting() throws Exception {
        var dynamo = new RealDynamo();
        try {
            assertEquals(
                    "DynamoDB has no table my-chats: create it with the partition key pk and the sort key sk, both"
                            + " strings, and time to live on expires_at; or set CHAT_TABLE to another",
                    complaint(RealDynamo.settings(dynamo.address()), "CHAT_TABLE", "my-chats"));
            assertEquals(2, dynamo.client().listTables().tableNames().size());
        } finally {
            dynamo.stop();
        }
    }

    @Test
    void a_missing_bucket_is_named_with_its_setting() throws Exception {
        try (var s3 = new RealS3(folder.resolve("s3"))) {
            assertEquals(
                    "S3 has no bucket my-pdfs: create it, not versioned; or set PDF_BUCKET_NAME to another",
                    complaint(RealS3.settings(s3.address()), "PDF_BUCKET_NAME", "my-pdfs"));
        }
    }

    @Test
    void credentials_that_are_refused_are_told_from_a_missing_bucket() throws Exception {
        try (var s3 = new RealS3(folder.resolve("s3"))) {
            assertEquals(
                    "AWS refuses knowledge-base-pdfs with status 403: check the credentials and what they may do",
                    complaint(RealS3.settings(s3.address()), "AWS_SECRET_ACCESS_KEY", "another"));
        }
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        for (var settings : List.of(RealDynamo.settings(NOBODY), RealS3.settings(NOBODY))) {
            var complaint = complaint(settings, "HOST", "127.0.0.1");
            assertTrue(complaint.startsWith("AWS does not answer for knowledge-base-"), complaint);
            assertTrue(complaint.contains("check AWS_REGION"), complaint);
        }
    }

    private String complaint(Map<String, String> settings, String name, String value) {
        var all = new HashMap<>(settings);
        all.put(name, value);
        return assertThrows(IllegalStateException.class, () -> new TestTwin(folder.resolve("data"), all))
                .getMessage();
    }
}
