package kb.weaviate;

import io.weaviate.client.Config;
import io.weaviate.client.base.BaseClient;
import io.weaviate.client.base.Result;
import io.weaviate.client.base.http.HttpClient;
import io.weaviate.client.v1.graphql.model.GraphQLQuery;
import java.util.List;
import java.util.Map;

/**
 * A GraphQL query with variables, which the client's own builders lack: they paste strings escaped as in Java, and the
 * server reads such an escape of anything beyond U+FFFF as two broken characters.
 */
final class Query extends BaseClient<Query.Reply> {
    Query(HttpClient http, Config config) {
        super(http, config);
    }

    /** @param text holds nothing a person wrote; that comes as variables */
    Result<Reply> run(String text, Map<String, Object> variables) {
        var query = GraphQLQuery.builder().query(text).variables(variables).build();
        return new Result<>(sendPostRequest("/graphql", query, Reply.class));
    }

    /** What the server sends back: rows by operation and collection, or errors. */
    record Reply(Map<String, Map<String, List<Map<String, Object>>>> data, List<Problem> errors) {}

    record Problem(String message) {}
}
