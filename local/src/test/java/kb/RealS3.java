package kb;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.local.EmbeddedS3;
import kb.local.S3Credentials;

/** An S3 server by itself, as the application meets one on AWS. */
final class RealS3 implements AutoCloseable {
    static final String THROTTLED = FaultyProxy.answer(
            "503 Slow Down", "application/xml", "<Error><Code>SlowDown</Code><Message>slow down</Message></Error>");

    private static final S3Credentials KEYS = new S3Credentials("AKIDTESTS", "a secret for tests");

    private final EmbeddedS3 server;

    RealS3(Path folder) throws IOException {
        server = new EmbeddedS3(folder, "127.0.0.1", 0, KEYS, "knowledge-base-pdfs", List.of());
    }

    URI address() {
        return server.endpoint();
    }

    /** @param address this server's, or of what stands before it */
    static Map<String, String> settings(URI address) {
        return Map.of(
                "FILES", "s3",
                "AWS_ENDPOINT_URL_S3", address.toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", KEYS.accessKey(),
                "AWS_SECRET_ACCESS_KEY", KEYS.secretKey());
    }

    @Override
    public void close() {
        server.close();
    }
}
