package kb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    private static final Prices PRICES =
            Prices.parse("small=0.15/0.60, embed=0.02").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "small, 1000000, 0,       150000000",
        "small, 0,       1000000, 600000000",
        "small, 1000,    100,     210000",
        "embed, 1000,    0,       20000",
        "embed, 1,       0,       20",
        "other, 1000000, 1000000, 0"
    })
    void a_call_costs_what_its_tokens_do(String model, long read, long written, long nanos) {
        assertEquals(nanos, PRICES.nanos(model, read, written));
    }

    @Test
    void less_than_a_nano_dollar_is_one() {
        assertEquals(1, Prices.parse("m=0.0001").orElseThrow().nanos("m", 1, 0));
    }

    @Test
    void dollars_are_exact() {
        assertEquals(0.00021, Prices.dollars(210_000));
        assertEquals(1_500_000_000L, Prices.nanos("1.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "m=", "m=1/", "m=-1", "m=1,", "m=1 x=2", "m=1,m=2", "m=1e3", "m=1/2/3", "=1"})
    void what_is_no_list_of_prices_is_refused(String text) {
        assertEquals(Optional.empty(), Prices.parse(text));
    }
}
