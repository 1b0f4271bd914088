package kb.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"doc#1", "doc#", "doc#é😀", "doc#a/b?c=d&e"})
    void a_cursor_gives_back_its_sort_key(String sort) {
        assertEquals(sort, Cursor.sort(Cursor.after(sort), "doc#"));
        assertEquals(sort, Cursor.sort(Cursor.after(sort), ""));
        assertFalse(Cursor.after(sort).matches(".*[^A-Za-z0-9_-].*"), "needs no escape in a query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "!!!",
                "ZG9jIzE=",
                "ZG9jIzF",
                "ZG9jIzE ",
                "Y2hhdCMx",
                "_w",
                "gICA",
                "ZG9jIzEé",
                "nobodys"
            })
    void what_no_list_gave_is_refused(String cursor) {
        assertThrows(BadCursor.class, () -> Cursor.sort(cursor, "doc#"));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertThrows(BadCursor.class, () -> Cursor.sort(Cursor.after("chat#1"), "doc#"));
    }

    @Test
    void a_sort_key_longer_than_any_is_refused() {
        assertEquals(1024, Cursor.sort(Cursor.after("x".repeat(1024)), "").length());
        assertThrows(BadCursor.class, () -> Cursor.sort(Cursor.after("x".repeat(1025)), ""));
        assertThrows(BadCursor.class, () -> Cursor.sort(Cursor.after(""), ""));
    }
}
