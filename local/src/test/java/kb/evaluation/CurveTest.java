package kb.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    private final Curve curve = Curve.of(List.of(0.9, 0.62, 0.45), List.of(0.1, 0.45, 0.58));

    @Test
    void the_more_evidence_an_answer_needs_the_fewer_are_given_and_the_more_declined() {
        assertEquals(
                List.of(
                        new Curve.Point(0.3, 3, 1),
                        new Curve.Point(0.35, 3, 1),
                        new Curve.Point(0.4, 3, 1),
                        new Curve.Point(0.45, 3, 1),
                        new Curve.Point(0.5, 2, 2),
                        new Curve.Point(0.55, 2, 2),
                        new Curve.Point(0.6, 2, 3),
                        new Curve.Point(0.65, 1, 3),
                        new Curve.Point(0.7, 1, 3),
                        new Curve.Point(0.75, 1, 3)),
                curve.points());
    }

    @Test
    void it_is_printed_as_a_table() {
        assertEquals(
                "least evidence   answered   declined unanswerable",
                curve.lines().getFirst());
        assertEquals("          0.50          2          2", curve.lines().get(5));
    }
}
