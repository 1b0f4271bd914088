package kb.weaviate;

import io.weaviate.client.base.Result;
import io.weaviate.client.base.WeaviateError;
import io.weaviate.client.base.WeaviateErrorMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kb.outside.Part;
import kb.outside.Unavailable;

/** What the client's results mean. The server's own words may quote a question, so they are never passed on. */
final class Answers {
    private Answers() {}

    static <T> T value(Result<T> result) {
        return ofTenant(result).orElseThrow(() -> unavailable("a tenant is missing"));
    }

    /** The result, or nothing when this tenant has never stored anything. */
    static <T> Optional<T> ofTenant(Result<T> result) {
        if (result.hasErrors()) {
            var messages = result.getError().getMessages().stream().map(WeaviateErrorMessage::getMessage);
            if (messages.anyMatch(Answers::tenantIsUnknown)) return Optional.empty();
            throw unavailable(result.getError());
        }
        if (result.getResult() == null) throw unavailable("an empty answer");
        return Optional.of(result.getResult());
    }

    /**
     * The rows of a GraphQL answer.
     *
     * @param read may throw anything at a row that it cannot read
     */
    static <T> List<T> rows(
            Result<Query.Reply> result, String operation, Collection from, Function<Map<String, Object>, T> read) {
        var reply = value(result);
        if (reply.errors() != null && !reply.errors().isEmpty()) {
            var unknown = reply.errors().stream().map(Query.Problem::message).anyMatch(Answers::tenantIsUnknown);
            if (unknown) return List.of();
            throw unavailable("errors in the answer to a query");
        }
        try {
            var rows = reply.data().get(operation).get(from.name());
            return rows.stream().map(read).toList();
        } catch (RuntimeException unreadable) {
            throw unavailable(
                    "an answer that cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    static Unavailable unavailable(String why) {
        return new Unavailable(Part.INDEX, new IOException(why));
    }

    private static boolean tenantIsUnknown(String message) {
        return message != null && message.contains("tenant not found");
    }

    private static Unavailable unavailable(WeaviateError error) {
        for (var message : error.getMessages()) {
            switch (message.getThrowable()) {
                case Unavailable another -> throw another; // the secrets, say, which the client swallowed
                case IOException broken -> throw new Unavailable(Part.INDEX, broken);
                case Throwable strange -> throw unavailable(strange.getClass().getSimpleName());
                case null -> {}
            }
        }
        return unavailable("status " + error.getStatusCode() + " with errors");
    }
}
