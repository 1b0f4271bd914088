package kb.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template allows each of its functions, with resources as the functions' own calls name them. */
public record Roles(JsonNode template) {
    private static final Map<String, String> RESOURCES = Map.of(
            "DocumentsTable.Arn", "knowledge-base-documents",
            "ChatTable.Arn", "knowledge-base-chat-history",
            "PdfBucket.Arn", "knowledge-base-pdfs",
            "${PdfBucket.Arn}/*", "knowledge-base-pdfs",
            "IngestQueue.Arn", "ingest",
            "DeadLetterQueue.Arn", "dead");

    /** Of the queue that wakes a function: Lambda itself uses the role to take messages out ("Using Lambda with Amazon SQS"). */
    private static final List<String> LAMBDAS_OWN =
            List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage");

    public static Roles read() throws IOException {
        return new Roles(
                new YAMLMapper().readTree(Path.of("..", "template.yaml").toFile()));
    }

    /** Without those on its own log, and without what Lambda does in its name. */
    public Set<Permission> of(String function) {
        var properties = template.at("/Resources/" + function + "/Properties");
        var role = properties.get("Role").textValue().replace(".Arn", "");
        var allowed = template.at("/Resources/" + role + "/Properties/Policies/0/PolicyDocument/Statement")
                .valueStream()
                .flatMap(Roles::permissions)
                .filter(permission -> !permission.action().startsWith("logs:"))
                .collect(Collectors.toCollection(TreeSet::new));
        properties
                .path("Events")
                .valueStream()
                .map(event -> event.at("/Properties/Queue"))
                .forEach(queue -> {
                    for (var action : LAMBDAS_OWN) allowed.remove(new Permission(action, named(queue.asText())));
                });
        return allowed;
    }

    private static Stream<Permission> permissions(JsonNode statement) {
        return texts(statement.get("Action")).flatMap(action -> texts(statement.get("Resource"))
                .map(resource -> new Permission(action, named(resource))));
    }

    private static Stream<String> texts(JsonNode oneOrSeveral) {
        return (oneOrSeveral.isArray() ? oneOrSeveral.valueStream() : Stream.of(oneOrSeveral)).map(JsonNode::textValue);
    }

    private static String named(String resource) {
        return RESOURCES.getOrDefault(resource, resource.replaceFirst(".*:secret:(.*)-[?]{6}", "$1"));
    }
}
