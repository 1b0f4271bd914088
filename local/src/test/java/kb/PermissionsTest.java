package kb;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the functions may ask of AWS is what our code asks: no action is missing, and none is left over. */
class PermissionsTest {
    /**
     * By the SDK's clients and methods ("Actions, resources, and condition keys" in the Service Authorization Reference); a transaction
     * is allowed by what its items do.
     */
    private static final Map<String, List<String>> ACTIONS = Map.ofEntries(
            Map.entry("DynamoDbClient.getItem", List.of("dynamodb:GetItem")),
            Map.entry("DynamoDbClient.transactGetItems", List.of("dynamodb:GetItem")),
            Map.entry("DynamoDbClient.query", List.of("dynamodb:Query")),
            Map.entry("DynamoDbClient.putItem", List.of("dynamodb:PutItem")),
            Map.entry("DynamoDbClient.deleteItem", List.of("dynamodb:DeleteItem")),
            Map.entry("DynamoDbClient.updateItem", List.of("dynamodb:UpdateItem")),
            Map.entry(
                    "DynamoDbClient.transactWriteItems",
                    List.of(
                            "dynamodb:ConditionCheckItem",
                            "dynamodb:DeleteItem",
                            "dynamodb:PutItem",
                            "dynamodb:UpdateItem")),
            Map.entry("S3Client.putObject", List.of("s3:PutObject")),
            Map.entry("S3Client.getObject", List.of("s3:GetObject")),
            Map.entry("S3Client.getObjectAsBytes", List.of("s3:GetObject")),
            Map.entry("S3Client.headObject", List.of("s3:GetObject")),
            Map.entry("S3Client.deleteObjects", List.of("s3:DeleteObject")),
            Map.entry("S3Client.listObjectsV2Paginator", List.of("s3:ListBucket")),
            Map.entry("S3Client.headBucket", List.of("s3:ListBucket")),
            Map.entry("SqsClient.sendMessage", List.of("sqs:SendMessage")),
            Map.entry("SqsClient.getQueueAttributes", List.of("sqs:GetQueueAttributes")),
            Map.entry("SecretsManagerClient.getSecretValue", List.of("secretsmanager:GetSecretValue")));

    /** Lambda itself uses the role to take messages out of a queue. */
    private static final Set<String> LAMBDAS_OWN = Set.of("sqs:DeleteMessage", "sqs:ReceiveMessage");

    private final JsonNode template = template();

    private static JsonNode template() {
        try {
            return new YAMLMapper().readTree(Path.of("..", "template.yaml").toFile());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void the_roles_allow_the_calls_that_are_made_and_no_others() {
        var calls = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("kb.aws").stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(PermissionsTest::reachesAws)
                        .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName())
                        .collect(toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ACTIONS.keySet()), calls);
        var asked = ACTIONS.values().stream().flatMap(List::stream).collect(toCollection(TreeSet::new));
        var allowed = new TreeSet<String>();
        roles().forEach(role -> allowed.addAll(actions(role)));
        allowed.removeAll(LAMBDAS_OWN);
        assertEquals(asked, allowed);
    }

    private static boolean reachesAws(JavaMethodCall call) {
        var client = call.getTargetOwner();
        return client.getPackageName().startsWith("software.amazon.awssdk.services")
                && client.getSimpleName().endsWith("Client")
                && !call.getName().equals("builder");
    }

    @Test
    void no_role_has_a_wildcard_among_its_actions_or_may_use_everything() {
        for (var role : roles().toList()) {
            assertTrue(actions(role).stream().noneMatch(action -> action.contains("*") || action.endsWith(":Scan")));
            for (var statement : statements(role))
                assertTrue(!"*".equals(statement.path("Resource").textValue()));
        }
    }

    private Stream<JsonNode> roles() {
        return template.get("Resources")
                .valueStream()
                .filter(one -> one.get("Type").textValue().equals("AWS::IAM::Role"));
    }

    private static JsonNode statements(JsonNode role) {
        return role.at("/Properties/Policies/0/PolicyDocument/Statement");
    }

    /** Without those on its own log. */
    private static Set<String> actions(JsonNode role) {
        return StreamSupport.stream(statements(role).spliterator(), false)
                .map(statement -> statement.get("Action"))
                .flatMap(action -> action.isTextual() ? Stream.of(action) : action.valueStream())
                .map(JsonNode::textValue)
                .filter(action -> !action.startsWith("logs:"))
                .collect(toCollection(TreeSet::new));
    }
}
