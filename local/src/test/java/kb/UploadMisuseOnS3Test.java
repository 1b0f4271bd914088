package kb;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** Misused uploads into an S3 server of its own, which tells nobody what has come. */
class UploadMisuseOnS3Test extends UploadMisuseTest {
    private final java.util.concurrent.atomic.AtomicReference<RealS3> s3 =
            new java.util.concurrent.atomic.AtomicReference<>();

    @Override
    Map<String, String> settings(Path folder) throws Exception {
        s3.set(new RealS3(folder.resolve("s3")));
        return RealS3.settings(s3.get().address());
    }

    @AfterAll
    void stopServer() {
        s3.get().close();
    }
}
