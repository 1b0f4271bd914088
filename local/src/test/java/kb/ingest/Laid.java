package kb.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kb.pages.Box;

/**
 * What a PDF of the folder {@code producers} holds.
 *
 * @param flows each read in its order; one may stand before, after or beside another, but not within its sentences
 * @param running what stands on every page and belongs to none
 * @param tables by row and column
 * @param words by page
 */
record Laid(
        String name,
        String title,
        String author,
        List<List<String>> flows,
        List<String> running,
        List<Head> headings,
        List<List<List<String>>> tables,
        List<List<Placed>> words) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param at its place in the first flow */
    record Head(int at, String number, String title, List<String> path) {}

    record Placed(String text, Box box) {}

    static List<Laid> all(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Laid::of)
                    .toList();
        }
    }

    /** Which section the text of the first flow stands in, from the outermost in; empty before the first. */
    List<String> section(int at) {
        var path = List.<String>of();
        for (var heading : headings) if (heading.at() <= at) path = heading.path();
        return path;
    }

    private static Laid of(Path file) {
        var name = file.getFileName().toString().replace(".json", "");
        try {
            var json = JSON.readTree(file.toFile());
            return new Laid(
                    name,
                    json.get("title").textValue(),
                    json.get("author").textValue(),
                    each(json.get("flows")).map(Laid::texts).toList(),
                    texts(json.get("running")),
                    each(json.get("headings")).map(Laid::heading).toList(),
                    each(json.get("tables"))
                            .map(table -> each(table).map(Laid::texts).toList())
                            .toList(),
                    words(json.get("words")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private static Head heading(JsonNode json) {
        return new Head(
                json.get("at").intValue(),
                json.get("number").textValue(),
                json.get("title").textValue(),
                texts(json.get("path")));
    }

    private static List<List<Placed>> words(JsonNode pages) {
        return each(pages)
                .map(page -> each(page)
                        .map(word -> new Placed(word.get(0).textValue(), box(word)))
                        .toList())
                .toList();
    }

    private static Box box(JsonNode word) {
        return new Box(1, tenths(word, 1), tenths(word, 2), tenths(word, 3), tenths(word, 4));
    }

    private static double tenths(JsonNode word, int place) {
        return word.get(place).intValue() / 10.0;
    }

    private static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::textValue).toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
