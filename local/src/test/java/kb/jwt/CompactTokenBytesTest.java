package kb.jwt;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kb.http.ProblemException;
import org.junit.jupiter.api.Tag;

/** Whatever stands in a token's place is one or is refused. */
@Tag("fuzz")
class CompactTokenBytesTest {
    @FuzzTest(maxDuration = "60s")
    void the_text_and_what_its_parts_decode_to(byte[] bytes) {
        parse(new String(bytes, StandardCharsets.ISO_8859_1));
        var part = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        parse(part + "." + part + "." + part);
    }

    private static void parse(String text) {
        try {
            CompactToken.parse(text);
        } catch (ProblemException refused) {
            return;
        }
    }
}
