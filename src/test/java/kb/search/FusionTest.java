package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import kb.pages.Chunk;
import kb.pages.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FusionTest {
    private static Hit hit(int id, double score) {
        var chunk = new Chunk(new UUID(0, id), new UUID(1, id), 0, 1, new Span(0, 1), "", "x", List.of());
        return new Hit(chunk, score);
    }

    private static List<Fusion.Fused> fused(List<Hit> keyword, List<Hit> vector, double covered) {
        return Fusion.join(Weighed.of(new Suggestions(keyword, vector, List.of(), covered), ""));
    }

    private static List<String> join(List<Hit> keyword, List<Hit> vector) {
        return join(keyword, vector, 1);
    }

    private static List<String> join(List<Hit> keyword, List<Hit> vector, double covered) {
        return texts(fused(keyword, vector, covered));
    }

    private static List<String> texts(List<Fusion.Fused> ranking) {
        return ranking.stream()
                .map(one -> "%d %.2f %.2f %.2f"
                        .formatted(
                                one.chunk().id().getLeastSignificantBits(),
                                one.score(),
                                one.parts().keyword(),
                                one.parts().vector()))
                .toList();
    }

    @Test
    void both_legs_give_half_of_the_score_when_the_best_hit_has_all_words() {
        assertEquals(
                List.of("2 0.90 0.40 0.50", "1 0.50 0.50 0.00", "3 0.25 0.00 0.25", "4 0.00 0.00 0.00"),
                join(List.of(hit(1, 10), hit(2, 8)), List.of(hit(2, 0.9), hit(3, 0.7), hit(4, 0.5))));
    }

    @Test
    void the_fewer_of_the_words_the_best_hit_has_the_less_they_weigh() {
        assertEquals(
                List.of("3 0.75 0.00 0.75", "1 0.25 0.25 0.00", "4 0.00 0.00 0.00"),
                join(List.of(hit(1, 10)), List.of(hit(3, 0.7), hit(4, 0.5)), 0.25));
        assertEquals(
                List.of("3 1.00 0.00 1.00", "1 0.00 0.00 0.00", "4 0.00 0.00 0.00"),
                join(List.of(hit(1, 10)), List.of(hit(3, 0.7), hit(4, 0.5)), 0));
    }

    @Test
    void passages_of_documents_that_are_not_named_keep_a_part_of_their_score() {
        var named = new Naming(Map.of(new UUID(1, 2), 1.0, new UUID(1, 3), 0.5), "");
        var words = Standing.byWords(List.of(hit(1, 10), hit(2, 10), hit(3, 10)));
        var weighed = new Weighed(words, List.of(), List.of(), named, 1);
        assertEquals(
                List.of("2 1.00", "3 0.65", "1 0.30"),
                Fusion.join(weighed).stream()
                        .map(one -> "%d %.2f".formatted(one.chunk().id().getLeastSignificantBits(), one.score()))
                        .toList());
    }

    @Test
    void named_documents_are_weighed_by_what_was_found_in_them_for_the_rest_of_the_question() {
        var found = new Suggestions(
                List.of(hit(1, 10), hit(2, 8)), List.of(hit(1, 0.9), hit(2, 0.6), hit(4, 0.5)), List.of(), 0.25);
        var inside = new Suggestions(List.of(hit(3, 4), hit(2, 2)), List.of(hit(2, 0.6), hit(3, 0.4)), List.of(), 1);
        var naming = new Naming(Map.of(new UUID(1, 2), 1.0, new UUID(1, 3), 1.0), "");
        assertEquals(
                List.of("3 0.50 0.50 0.00", "2 0.45 0.25 0.20", "1 0.30 0.15 0.15", "4 0.00 0.00 0.00"),
                texts(Fusion.join(Weighed.of(found, naming, inside))));
        var wordless = new Suggestions(List.of(), inside.byMeaning(), List.of(), 0);
        assertEquals(
                List.of("2 0.50 0.20 0.30", "1 0.30 0.08 0.23", "3 0.00 0.00 0.00", "4 0.00 0.00 0.00"),
                texts(Fusion.join(Weighed.of(found, naming, wordless))));
    }

    @Test
    void a_leg_alone_gives_the_whole_score() {
        assertEquals(List.of("1 1.00 1.00 0.00", "2 0.40 0.40 0.00"), join(List.of(hit(1, 5), hit(2, 2)), List.of()));
        assertEquals(
                List.of("1 1.00 0.00 1.00", "2 0.50 0.00 0.50", "3 0.00 0.00 0.00"),
                join(List.of(), List.of(hit(1, 0.8), hit(2, 0.6), hit(3, 0.4))));
        assertEquals(List.of("1 1.00 0.00 1.00"), join(List.of(), List.of(hit(1, 0.3))));
        assertEquals(List.of(), join(List.of(), List.of()));
    }

    @Test
    void scores_are_the_same_however_many_more_were_fetched() {
        var meaning =
                IntStream.range(0, 800).mapToObj(i -> hit(i, 1 - i / 1000.0)).toList();
        assertEquals(
                join(List.of(), meaning.subList(0, 200)),
                join(List.of(), meaning).subList(0, 200));
    }

    @Test
    void equal_scores_are_in_the_order_in_which_documents_were_uploaded_and_are_read() {
        var hits = List.of(read(3, 2, 0), read(2, 1, 1), read(1, 2, 1), read(4, 1, 0));
        assertEquals(
                List.of("4 1.00 1.00 0.00", "2 1.00 1.00 0.00", "3 1.00 1.00 0.00", "1 1.00 1.00 0.00"),
                join(hits, List.of()));
        assertEquals(
                List.of("4 1.00 0.00 1.00", "2 1.00 0.00 1.00", "3 1.00 0.00 1.00", "1 1.00 0.00 1.00"),
                join(List.of(), hits));
    }

    private static Hit read(int id, int document, int position) {
        var chunk = new Chunk(new UUID(0, id), new UUID(document, 0), position, 1, new Span(0, 1), "", "x", List.of());
        return new Hit(chunk, 0.2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_the_legs_say_a_score_is_the_sum_of_its_parts_and_lies_between_0_and_1(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var keyword = hits(random, 0, 30);
            var vector = hits(random, -1, 1);
            var fused = fused(keyword, vector, random.nextDouble());
            var last = 1.0;
            for (var one : fused) {
                assertEquals(one.score(), one.parts().keyword() + one.parts().vector(), 1e-12);
                assertTrue(one.parts().keyword() >= 0 && one.parts().vector() >= 0, one::toString);
                assertTrue(one.score() <= last, one::toString);
                last = one.score();
            }
            var ids = new ArrayList<UUID>();
            keyword.forEach(hit -> ids.add(hit.chunk().id()));
            vector.forEach(hit -> ids.add(hit.chunk().id()));
            assertEquals(ids.stream().distinct().count(), fused.size());
        }
    }

    private static List<Hit> hits(Random random, double least, double most) {
        var hits = new ArrayList<Hit>();
        for (int i = random.nextInt(6); i > 0; i--)
            hits.add(hit(i * 7 + random.nextInt(7), random.nextDouble(least, most)));
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        return hits;
    }
}
