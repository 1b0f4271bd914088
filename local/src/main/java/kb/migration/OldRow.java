package kb.migration;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A row as it lies in an old file, whatever its columns hold. @param number SQLite's own, which says where it stands */
record OldRow(String table, long number, Map<String, Object> columns) {

    /** Absent when it is null, blank or no text. */
    Optional<String> text(String column) {
        return switch (columns.get(column)) {
            case String text when !text.isBlank() -> Optional.of(text);
            case Number some -> Optional.of(new BigDecimal(some.toString()).toPlainString());
            case null, default -> Optional.empty();
        };
    }

    /** Absent when it is null or no whole number from 0 on. */
    Optional<Long> count(String column) {
        return number(column)
                .filter(number -> number >= 0 && number == Math.rint(number) && number < 1e15)
                .map(Double::longValue);
    }

    /** Absent when it is null or no number. */
    Optional<Double> number(String column) {
        return switch (columns.get(column)) {
            case Number some -> Optional.of(some.doubleValue()).filter(Double::isFinite);
            case String text -> parsed(text);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Double> parsed(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip())).filter(Double::isFinite);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** What it is known by: its own id, else where it stands. */
    String name(String idColumn) {
        return text(idColumn).orElse("row " + number);
    }
}
