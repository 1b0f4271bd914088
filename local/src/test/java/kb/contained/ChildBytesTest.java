package kb.contained;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Whatever a child says, it is understood or refused. */
@Tag("fuzz")
class ChildBytesTest {
    @FuzzTest(maxDuration = "60s")
    void frames_and_their_pages(byte[] bytes) {
        var answers = new Answers(1);
        try (var pipe = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (true) answers.understood(Frame.read(pipe));
        } catch (Garbled | IOException refused) {
            return;
        }
    }
}
