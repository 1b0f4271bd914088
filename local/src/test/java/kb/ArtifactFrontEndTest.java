package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kb.lambda.DeployedFunction;
import kb.lambda.DeployedStack;
import kb.lambda.FunctionUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The heart of the API behind the folder that is deployed, run as Lambda runs it: one process answers, another reads what the
 * queue brings. Neither asks AWS for anything that its role does not allow.
 */
@Needs(RealPart.ARTIFACT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtifactFrontEndTest implements ApiContract, AccessContract, BrowserContract, ErasureContract {
    private final AwsActions actions = new AwsActions();
    private final ScheduledExecutorService queue = Executors.newSingleThreadScheduledExecutor();
    private DeployedStack stack;
    private DeployedFunction http;
    private DeployedFunction ingest;
    private TestTwin twin;

    @BeforeAll
    void deploy(@TempDir Path folder) throws Exception {
        var own = Map.of(
                "JWT_SECRET_KEY",
                TestTwin.SECRET,
                "ALLOWED_ORIGINS",
                HttpContract.ORIGIN + ", http://localhost:5173",
                "RATE_LIMIT_ENABLED",
                "false");
        stack = new DeployedStack(folder, own, actions);
        http = stack.http();
        ingest = stack.ingest();
        twin = new TestTwin(folder.resolve("data"), beside());
        queue.scheduleWithFixedDelay(() -> stack.deliver(ingest), 20, 20, TimeUnit.MILLISECONDS);
    }

    /** A twin over the same tables, bucket and index: it makes tokens, and looks into what the functions left there. */
    private Map<String, String> beside() {
        var settings = new HashMap<>(stack.settings("Twin"));
        settings.remove("INGEST_QUEUE_URL");
        settings.putAll(Map.of(
                "STORE",
                "dynamodb",
                "FILES",
                "s3",
                "WEAVIATE_URL",
                kb.weaviate.WeaviateServer.running().address().toString(),
                "WEAVIATE_API_KEY",
                kb.weaviate.WeaviateServer.KEY));
        return settings;
    }

    @AfterAll
    void noneAskedForMoreThanItMay() throws Exception {
        if (stack == null) return;
        queue.shutdown();
        queue.awaitTermination(1, TimeUnit.MINUTES);
        http.close();
        ingest.close();
        twin.close();
        stack.close();
        actions.close();
        assertEquals(Set.of(), beyond("HttpRole", "HttpFunction"));
        assertEquals(Set.of(), beyond("IngestRole", "IngestFunction"));
        assertTrue(actions.of("HttpFunction").contains("dynamodb:PutItem"));
        assertTrue(actions.of("IngestFunction").contains("s3:GetObject"));
    }

    private Set<String> beyond(String role, String function) throws Exception {
        var asked = actions.of(function);
        asked.removeAll(allowed(role));
        return asked;
    }

    private static Set<String> allowed(String role) throws Exception {
        var template = new YAMLMapper().readTree(Path.of("..", "template.yaml").toFile());
        var allowed = new TreeSet<String>();
        for (var statement : template.at("/Resources/" + role + "/Properties/Policies/0/PolicyDocument/Statement")) {
            var action = statement.get("Action");
            if (action.isTextual()) allowed.add(action.textValue());
            else action.forEach(one -> allowed.add(one.textValue()));
        }
        return allowed;
    }

    @Override
    public TestTwin twin() {
        return twin;
    }

    @Override
    public FrontEnd frontEnd() {
        return new Described(new FunctionUrl(http));
    }
}
