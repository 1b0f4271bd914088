package kb.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void bytes_compare_by_content() {
        assertEquals(Bytes.of(new byte[] {104, 105}), Bytes.ofText("hi"));
        assertEquals(Bytes.ofText("hi").hashCode(), Bytes.ofBase64("aGk=").hashCode());
        assertNotEquals(Bytes.ofText("hi"), Bytes.ofText("ho"));
        assertNotEquals(Bytes.ofText("hi").hashCode(), Bytes.ofText("ho").hashCode());
        assertNotEquals((Object) "hi", Bytes.ofText("hi"));
    }

    @Test
    void nobody_can_change_them() {
        var given = new byte[] {1, 2};
        var bytes = Bytes.of(given);
        given[0] = 9;
        bytes.toArray()[1] = 9;
        assertArrayEquals(new byte[] {1, 2}, bytes.toArray());
    }

    @Test
    void they_are_read_as_text_base64_and_stream() throws IOException {
        assertEquals("é😀", Bytes.ofText("é😀").text());
        assertEquals("/w==", Bytes.of(new byte[] {-1}).base64());
        assertEquals("\uFFFD", Bytes.of(new byte[] {-1}).text());
        assertArrayEquals(new byte[] {104}, Bytes.ofText("h").stream().readAllBytes());
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofBase64("not Base64!"));
    }

    @Test
    void their_name_tells_their_length_and_not_their_content() {
        assertEquals("2 bytes", Bytes.ofText("hi").toString());
        assertEquals(2, Bytes.ofText("hi").length());
        assertEquals(true, Bytes.NONE.isEmpty());
        assertEquals(false, Bytes.ofText("h").isEmpty());
    }
}
