package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    @Test
    void a_frame_is_a_kind_a_length_and_the_rest() throws IOException {
        assertEquals(Frame.of(Frame.Kind.BEGUN), read("00 00000000"));
        assertEquals(Frame.complete(258), read("02 00000004 00000102"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"07 00000000", "08 00000000", "ff 00000000", "01 ffffffff", "01 007a1201", "01 7fffffff"})
    void what_is_none_is_not_read_further(String bytes) {
        assertThrows(Garbled.class, () -> read(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "01 000000", "01 00000002 00"})
    void one_that_is_cut_off_is_an_end(String bytes) {
        assertThrows(EOFException.class, () -> read(bytes));
    }

    private static Frame read(String bytes) throws IOException {
        var pipe = HexFormat.of().parseHex(bytes.replace(" ", ""));
        return Frame.read(new DataInputStream(new ByteArrayInputStream(pipe)));
    }
}
