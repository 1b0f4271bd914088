package kb.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a request is sent again, and after how long. */
class PatienceTest {
    @ParameterizedTest
    @CsvSource({
        "429, 3000, 3000", // a window of an hour
        "503, 5, 5",
        "409, 2, 2" // the first of two that are the same is still at work
    })
    void what_the_service_says_is_waited_for(int status, long seconds, long expected) {
        assertEquals(Optional.of(Duration.ofSeconds(expected)), before(1, status, seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 1209600", // the budget of a month
        "503, 600" // somebody has to pay first
    })
    void what_takes_too_long_is_said_at_once(int status, long seconds) {
        assertEquals(Optional.empty(), before(1, status, seconds));
    }

    @Test
    void a_limit_is_waited_for_as_often_as_it_is_met_and_an_outage_is_not() {
        assertEquals(Optional.of(Duration.ofSeconds(60)), before(500, 429, 60));
        assertEquals(Optional.empty(), before(8, 503, 5));
        assertEquals(Optional.empty(), Patience.USUAL.before(8, 0, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 2000", "5, 16000", "7, 30000"})
    void without_an_answer_each_wait_is_longer_than_the_one_before(int attempt, long milliseconds) {
        assertEquals(Optional.of(Duration.ofMillis(milliseconds)), Patience.USUAL.before(attempt, 0, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"200", "202", "400", "401", "404", "409", "413", "422", "500"})
    void every_other_answer_is_one(int status) {
        assertEquals(Optional.empty(), Patience.USUAL.before(1, status, Optional.empty()));
    }

    private static Optional<Duration> before(int attempt, int status, long seconds) {
        return Patience.USUAL.before(attempt, status, Optional.of(Duration.ofSeconds(seconds)));
    }
}
