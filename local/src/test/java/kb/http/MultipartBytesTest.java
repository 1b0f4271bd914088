package kb.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Whatever a form's bytes are, they are parts or a problem of the sender's. */
@Tag("fuzz")
class MultipartBytesTest {
    @FuzzTest(maxDuration = "60s")
    void the_body_of_a_form(byte[] bytes) {
        var headers = Headers.of(Map.of("content-type", "multipart/form-data; boundary=b"));
        try {
            Multipart.parts(new Request("POST", "/", "", headers, Bytes.of(bytes)));
        } catch (ProblemException refused) {
            return;
        }
    }
}
