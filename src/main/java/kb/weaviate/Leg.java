package kb.weaviate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import kb.people.Tenant;
import kb.search.Vector;

/**
 * One of the two ways to search, in GraphQL.
 *
 * @param declared the variables' types, which open the query
 * @param argument how to rank
 * @param measure what Weaviate calls the result's rank
 * @param toScore makes a score of it: higher is better
 */
record Leg(
        String declared, String argument, String measure, DoubleUnaryOperator toScore, Map<String, Object> variables) {
    static Leg keywords(List<String> tokens) {
        var argument = "bm25: {query: $tokens, properties: [\"%s\"]}".formatted(StoredChunk.TOKENS);
        var variables = Map.<String, Object>of("tokens", String.join(" ", tokens));
        return new Leg("($tokens: String)", argument, "score", score -> score, variables);
    }

    static Leg meaning(Vector vector) {
        var argument = "nearVector: {vector: %s}".formatted(Arrays.toString(vector.toArray()));
        return new Leg("", argument, "distance", distance -> 1 - distance, Map.of());
    }

    String query(Collection collection, Tenant tenant, String where, int limit) {
        var asked = String.join(" ", collection.asked());
        return "query%s { Get { %s(tenant: \"%s\", %s, %s, limit: %d) { %s _additional { %s } } } }"
                .formatted(declared, collection.name(), tenant, where, argument, limit, asked, measure);
    }

    double score(Map<?, ?> additional) {
        return toScore.applyAsDouble(Double.parseDouble(additional.get(measure).toString()));
    }
}
