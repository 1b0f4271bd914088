package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Allowance USUAL = Allowance.USUAL;

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void a_short_document_has_ten_seconds_and_a_long_one_more_by_its_pages() {
        assertEquals(seconds(7), USUAL.left(seconds(3), 20));
        assertEquals(seconds(10), USUAL.left(seconds(3), 1_000));
        assertEquals(seconds(2), USUAL.left(seconds(98), 1_000));
    }

    @Test
    void a_file_that_keeps_the_processor_busy_has_no_more() {
        assertFalse(USUAL.isStarved(seconds(10), seconds(9), 20));
        assertFalse(USUAL.isStarved(seconds(10), seconds(5), 20));
    }

    @Test
    void a_child_that_other_programs_leave_no_processor_has_up_to_six_times_as_much() {
        assertTrue(USUAL.isStarved(seconds(10), seconds(1), 20));
        assertTrue(USUAL.isStarved(seconds(59), seconds(10), 20));
        assertFalse(USUAL.isStarved(seconds(60), seconds(10), 20));
        assertTrue(USUAL.isStarved(seconds(599), seconds(50), 1_000));
    }
}
