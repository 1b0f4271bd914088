package kb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import kb.lambda.DeployedStack;

/** Which actions, in IAM's words, each function asks of AWS: told by what stands before AWS's part. */
final class AwsActions implements DeployedStack.Before, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TARGET = Pattern.compile("(?im)^x-amz-target: *\\w+\\.(\\w+)");

    private final Map<String, Set<String>> actions = new ConcurrentHashMap<>();
    private final List<FaultyProxy> proxies = new ArrayList<>();

    @Override
    public URI of(String function, String part, URI address) {
        if (part.equals("MODELS") || part.equals("INDEX")) return address;
        var asked = actions.computeIfAbsent(function, _ -> new ConcurrentSkipListSet<>());
        var proxy = new FaultyProxy(address, "", (head, body) -> asked.addAll(actions(part, head, body)));
        proxies.add(proxy);
        return proxy.address();
    }

    /** So far. */
    Set<String> of(String function) {
        return new TreeSet<>(actions.getOrDefault(function, Set.of()));
    }

    private static Set<String> actions(String part, String head, byte[] body) {
        return switch (part) {
            case "S3" -> Set.of(file(head));
            case "SQS" -> Set.of("sqs:" + target(head));
            case "SECRETS_MANAGER" -> Set.of("secretsmanager:" + target(head));
            default -> records(target(head), json(body));
        };
    }

    private static String target(String head) {
        var target = TARGET.matcher(head);
        if (!target.find()) throw new AssertionError(head);
        return target.group(1);
    }

    /** A transaction is allowed by what its items do ("Using IAM with transactions" in the DynamoDB Developer Guide). */
    private static Set<String> records(String call, JsonNode request) {
        if (call.equals("TransactGetItems")) return Set.of("dynamodb:GetItem");
        if (!call.equals("TransactWriteItems")) return Set.of("dynamodb:" + call);
        var items = new TreeSet<String>();
        for (var item : request.get("TransactItems"))
            item.fieldNames().forEachRemaining(name -> items.add("dynamodb:" + name + "Item"));
        return items;
    }

    /** HEAD is allowed by what allows GET; on a bucket by what allows its list. */
    private static String file(String head) {
        var line = head.substring(0, head.indexOf('\r')).split(" ");
        var target = line[1].split("\\?", 2);
        var isObject = target[0].split("/").length > 2;
        return switch (line[0]) {
            case "PUT" -> "s3:PutObject";
            case "POST", "DELETE" -> "s3:DeleteObject";
            default -> isObject ? "s3:GetObject" : "s3:ListBucket";
        };
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Override
    public void close() throws IOException {
        for (var proxy : proxies) proxy.close();
    }
}
