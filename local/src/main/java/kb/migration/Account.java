package kb.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says of every row what became of it: in a line of JSON each, in sums, and aloud of those that were not taken over. */
final class Account {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer lines;
    private final Map<String, Map<Fate, Integer>> sums = new TreeMap<>();
    private final List<String> left = new ArrayList<>();

    Account(Writer lines) {
        this.lines = lines;
    }

    enum Fate {
        TAKEN("taken over"),
        TAKEN_BEFORE("taken over before"),
        THERE("there already"),
        LEFT("not taken over");

        private final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    /**
     * What became of a row.
     *
     * @param name what it was known by
     * @param as its id here; empty when it has none
     * @param why it was not taken over, or what had to be changed of it
     */
    record Entry(OldRow row, String name, Fate fate, String as, List<String> why) {}

    /** @param kept columns for which there is no place here, and which stay in the account alone */
    void enter(Entry entry, Map<String, Object> kept) {
        var row = entry.row();
        sums.computeIfAbsent(row.table(), _ -> new TreeMap<>()).merge(entry.fate(), 1, Integer::sum);
        if (entry.fate() == Fate.LEFT)
            left.add("%s %s: %s".formatted(row.table(), printable(entry.name()), String.join("; ", entry.why())));
        var line = new LinkedHashMap<String, Object>();
        line.put("table", row.table());
        line.put("row", row.number());
        line.put("name", entry.name());
        line.put("fate", entry.fate().words);
        if (!entry.as().isEmpty()) line.put("as", entry.as());
        if (!entry.why().isEmpty()) line.put("why", entry.why());
        if (!kept.isEmpty()) line.put("kept_here_alone", kept);
        write(line);
    }

    private void write(Map<String, Object> line) {
        try {
            lines.write(JSON.writeValueAsString(line) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]+", " ");
    }

    List<String> left() {
        return List.copyOf(left);
    }

    /** A line for each table: how many rows it has, and what became of them. */
    List<String> summary() {
        var summary = new ArrayList<String>();
        sums.forEach((table, fates) -> {
            var parts = fates.entrySet().stream()
                    .map(fate -> "%d %s".formatted(fate.getValue(), fate.getKey().words))
                    .toList();
            var rows = fates.values().stream().mapToInt(Integer::intValue).sum();
            summary.add("%s: %d %s: %s".formatted(table, rows, rows == 1 ? "row" : "rows", String.join(", ", parts)));
        });
        return summary;
    }
}
