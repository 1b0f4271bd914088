package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kb.ingest.Judgement.Score;
import kb.pages.About;
import kb.pdf.PdfBoxReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PDFs of five programs that lay out alike contents in their own ways: {@code producers/generate.py} made them. */
class ProducersTest {
    private static final Map<String, Map<String, Score>> SCORES = new TreeMap<>();

    private static final Map<Laid, About> STATED = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (var laid : Laid.all(folder())) {
            var heard = heard(laid.name() + ".pdf");
            SCORES.put(laid.name(), new Judgement(laid, heard).scores());
            STATED.put(laid, heard.said().get());
        }
    }

    @Test
    void they_are_read_as_well_as_is_promised() {
        var all = new TreeMap<String, Score>();
        for (var scores : SCORES.values()) scores.forEach((measure, score) -> all.merge(measure, score, Score::plus));
        all.forEach((measure, score) ->
                System.out.printf("%-14s %6d of %6d  %.4f%n", measure, score.right(), score.all(), share(score)));
        var least = Map.of(
                "sentences",
                1.0,
                "order",
                0.99,
                "boxes",
                0.98,
                "cells",
                0.97,
                "headings",
                0.97,
                "sections",
                0.97,
                "running heads",
                1.0);
        assertEquals(least.keySet(), all.keySet());
        least.forEach((measure, share) -> assertTrue(share(all.get(measure)) >= share, () -> measure));
    }

    /** Groff states none. */
    @Test
    void titles_are_what_the_files_state() {
        STATED.forEach((laid, about) -> assertEquals(
                laid.name().startsWith("groff") ? Optional.empty() : Optional.of(laid.title()),
                about.title(),
                laid.name()));
    }

    @Test
    void what_is_read_wrongly_is_on_the_list() throws IOException {
        var wrong = new ArrayList<String>();
        SCORES.forEach((name, scores) -> scores.forEach((measure, score) -> {
            if (score.right() < score.all())
                wrong.add("%s: %s %d of %d".formatted(name, measure, score.right(), score.all()));
        }));
        var listed = Files.readAllLines(folder().resolve("failing.txt"));
        assertEquals(String.join("\n", listed), String.join("\n", wrong), this::details);
    }

    private String details() {
        var details = new StringBuilder();
        SCORES.forEach((name, scores) -> scores.forEach((measure, score) ->
                score.wrong().forEach(wrong -> details.append("%s: %s: %s%n".formatted(name, measure, wrong)))));
        return details.toString();
    }

    private static double share(Score score) {
        return (double) score.right() / score.all();
    }

    private static Heard heard(String name) {
        var heard = new Heard();
        var reading = new PdfBoxReader().read(folder().resolve(name), 1, heard);
        assertEquals(new PdfReader.Reading.Complete(heard.pages().size()), reading);
        return heard;
    }

    private static Path folder() {
        try {
            return Path.of(ProducersTest.class.getResource("/producers").toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
