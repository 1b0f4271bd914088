package kb.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;

class VectorTest {
    private static Vector of(float... values) {
        return Vector.of(values);
    }

    @Test
    void a_vector_has_length_one() {
        assertArrayEquals(new float[] {0.6f, -0.8f}, of(3, -4).toArray(), 1e-6f);
        assertEquals(2, of(3, -4).dimensions());
        assertEquals("2 dimensions", of(3, -4).toString());
    }

    @Test
    void its_cosine_with_another_is_their_product() {
        assertEquals(1, of(1, 2).cosine(of(2, 4)), 1e-6);
        assertEquals(0, of(1, 0).cosine(of(0, 3)), 1e-6);
        assertEquals(-1, of(1, 2).cosine(of(-1, -2)), 1e-6);
        assertEquals(0.6, of(1, 0).cosine(of(3, 4)), 1e-6);
    }

    @Test
    void vectors_compare_by_value_and_cannot_be_changed() {
        var vector = of(1, 0);
        vector.toArray()[0] = 9;
        assertEquals(of(2, 0), vector);
        assertEquals(of(2, 0).hashCode(), vector.hashCode());
        assertNotEquals(of(0, 1), vector);
        assertNotEquals(of(0, 1).hashCode(), vector.hashCode());
        assertNotEquals((Object) "1, 0", vector);
    }

    @Test
    void what_has_no_direction_is_none() {
        for (var values : new float[][] {{}, {0, 0}, {Float.NaN, 1}, {Float.POSITIVE_INFINITY, 1}}) {
            assertThrows(IllegalArgumentException.class, () -> Vector.of(values));
        }
    }

    @Test
    void a_scope_covers_everything_or_what_it_names() {
        var id = new UUID(0, 1);
        var tenant = new Tenant("t1");
        assertTrue(Scope.all(tenant).covers(id));
        assertTrue(new Scope(tenant, Optional.of(Set.of(id))).covers(id));
        assertEquals(false, new Scope(tenant, Optional.of(Set.of())).covers(id));
    }
}
