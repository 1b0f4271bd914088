package kb.pdf;

import java.util.List;

/** A table. @param headers how many of its first rows name its columns */
record Rows(List<Row> rows, int headers) implements Block {
    Rows {
        rows = List.copyOf(rows);
    }

    static Rows of(List<Row> rows) {
        return new Rows(rows, Headers.count(rows));
    }
}
