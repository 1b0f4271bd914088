package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private enum Colour {
        DARK_RED
    }

    private record Thing(
            String someName,
            Optional<String> given,
            Optional<String> absent,
            Instant at,
            Colour colour,
            List<Integer> list) {}

    @Test
    void values_are_written_in_snake_case_with_iso_times_and_null_for_what_is_absent() {
        var thing = new Thing(
                "é",
                Optional.of("x"),
                Optional.empty(),
                Instant.parse("2026-01-02T03:04:05Z"),
                Colour.DARK_RED,
                List.of(1));
        assertEquals("""
                {"some_name":"é","given":"x","absent":null,"at":"2026-01-02T03:04:05Z","colour":"dark_red","list":[1]}""", Json.write(thing));
    }

    @Test
    void what_cannot_be_written_is_our_bug() {
        assertThrows(IllegalStateException.class, () -> Json.write(new Object()));
    }

    @Test
    void one_value_is_read() throws IOException {
        assertEquals(1, Json.read(Bytes.ofText(" {\"a\": 1} \n")).get("a").intValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"a\":2}}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{\"a\":\"\n\"}"
            })
    void anything_else_is_not(String text) {
        assertThrows(IOException.class, () -> Json.read(Bytes.ofText(text)));
    }

    @Test
    void what_would_cost_too_much_is_not_read() {
        assertThrows(IOException.class, () -> Json.read(Bytes.ofText("[".repeat(100_000))));
        assertThrows(
                IOException.class, () -> Json.read(Bytes.ofText("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000))));
        assertThrows(IOException.class, () -> Json.read(Bytes.ofText("9".repeat(100_000))));
        assertThrows(IOException.class, () -> Json.read(Bytes.of(new byte[] {'"', (byte) 0xff, '"'})));
    }
}
