package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void a_number_is_the_same_however_it_is_punctuated() {
        assertEquals(Set.of("1450", "4.5", "12"), Numbers.of("It is 1,450 or 4.50, in the 12th."));
        assertEquals(Set.of("1450", "4.5", "12"), Numbers.of("1 12 4,5 1'450".substring(2)));
        assertEquals(Set.of("1234567"), Numbers.of("1.234.567"));
        assertEquals(Set.of("100"), Numbers.of("100"));
        assertEquals(Set.of(), Numbers.of("none at all."));
    }

    @Test
    void another_one_is_not() {
        assertNotEquals(Numbers.of("45"), Numbers.of("4.5"));
        assertNotEquals(Numbers.of("1,450"), Numbers.of("145"));
    }
}
