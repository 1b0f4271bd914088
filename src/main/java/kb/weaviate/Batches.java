package kb.weaviate;

import static kb.weaviate.Answers.unavailable;
import static kb.weaviate.Answers.value;

import io.weaviate.client.WeaviateClient;
import io.weaviate.client.v1.batch.api.ObjectsBatcher.BatchRetriesConfig;
import io.weaviate.client.v1.batch.model.ObjectGetResponse;
import io.weaviate.client.v1.batch.model.ObjectGetResponseStatus;
import io.weaviate.client.v1.data.model.WeaviateObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Puts objects, and believes only what the server says of each; what it refuses it is asked once more. */
record Batches(WeaviateClient client) {
    private static final int SIZE = 100;

    /** The client's own second attempt fetches every object by itself first, without its tenant. */
    private static final BatchRetriesConfig ONE_ATTEMPT = BatchRetriesConfig.defaultConfig()
            .maxConnectionRetries(0)
            .maxTimeoutRetries(0)
            .build();

    void put(List<WeaviateObject> objects) {
        for (int from = 0; from < objects.size(); from += SIZE) {
            var refused = send(objects.subList(from, Math.min(from + SIZE, objects.size())));
            var stillRefused = refused.isEmpty() ? refused : send(refused);
            if (!stillRefused.isEmpty()) throw unavailable(stillRefused.size() + " objects were refused");
        }
    }

    /** Returns those which the server did not say it took. */
    private List<WeaviateObject> send(List<WeaviateObject> objects) {
        var batch = client.batch().objectsBatcher(ONE_ATTEMPT);
        var answers =
                value(batch.withObjects(objects.toArray(WeaviateObject[]::new)).run());
        var taken = Arrays.stream(answers)
                .filter(Batches::isTaken)
                .map(ObjectGetResponse::getId)
                .collect(Collectors.toSet());
        return objects.stream()
                .filter(object -> !taken.contains(object.getId()))
                .toList();
    }

    private static boolean isTaken(ObjectGetResponse answer) {
        var result = answer.getResult();
        return result != null && ObjectGetResponseStatus.SUCCESS.equals(result.getStatus());
    }
}
