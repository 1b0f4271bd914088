package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.api.Limits;
import kb.files.ObjectStore;
import kb.lambda.Delivering;
import kb.lambda.DeployedFunction;
import kb.lambda.DeployedStack;
import kb.lambda.FunctionUrl;
import kb.recording.Listening;
import kb.recording.Roles;
import kb.search.Space;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The API behind the folder that is deployed, run as Lambda runs it: one process answers, another reads what the queue brings,
 * others make rounds and give up. What each asks of AWS is what its role allows.
 */
@Needs(RealPart.ARTIFACT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArtifactFrontEndTest implements WholeContract {
    private static final Limits LIMITS = new Limits(4 * 1024 * 1024, 200_000_000);
    private static final String FEE = "What is the fee for a lost card?";
    private static final Duration ROUND = Duration.ofMinutes(2);
    private static final Map<String, String> SETTINGS = Map.of(
            "JWT_SECRET_KEY",
            TestTwin.SECRET,
            "ALLOWED_ORIGINS",
            HttpContract.ORIGIN + ", http://localhost:5173",
            "RATE_LIMIT_ENABLED",
            "false",
            "OPENAI_API_KEY",
            "sk-tests",
            "EMBEDDING_MODEL",
            EmbeddingService.KNOWING,
            "EMBEDDING_DIMENSIONS",
            "384");

    private Listening listening;
    private DeployedStack stack;
    private DeployedFunction http;
    private DeployedFunction ingest;
    private DeployedFunction janitor;
    private Delivering queue;
    private FrontEnd frontEnd;

    @BeforeAll
    void deploy(@TempDir Path folder) throws Exception {
        listening = new Listening(RealPart.ARTIFACT.path(), folder.resolve("listening"));
        stack = new DeployedStack(folder, SETTINGS, DeployedStack.Before.NOTHING, listening.built());
        http = stack.http();
        ingest = stack.ingest();
        janitor = stack.janitor();
        frontEnd = new Described(new FunctionUrl(http));
        queue = new Delivering(stack, ingest);
    }

    @AfterAll
    void remove() throws Exception {
        if (stack == null) return;
        if (queue != null) queue.close();
        for (var function : new DeployedFunction[] {http, ingest, janitor}) if (function != null) function.close();
        stack.close();
    }

    private void round(Map<String, String> settings) throws Exception {
        try (var fresh = stack.janitor(settings)) {
            round(fresh);
        }
    }

    private void round(DeployedFunction function) throws Exception {
        assertEquals("null", function.invoke("{\"source\": \"aws.scheduler\"}", ROUND));
    }

    @Test
    @Order(1)
    void a_round_sets_going_what_is_stuck_and_takes_away_what_is_left_over() throws Exception {
        var writer = as("manager");
        var neglected = new Neglected(stack, writer);
        synchronized (queue) {
            var unread = neglected.unread(); // the older, because a queue with something in it is not reminded
            var unheard = neglected.unheard();
            var unsent = neglected.unsent();
            var unowned = neglected.unowned();
            neglected.unknown();
            round(janitor);
            assertEquals(2, neglected.work());
            assertEquals(404, writer.get("/documents/" + unsent).status());
            assertEquals(Optional.empty(), objects().get(unowned));
            stack.deliver(ingest);
            for (var id : new String[] {unheard, unread})
                assertEquals("ready", writer.ready(id).get("status").textValue());
        }
    }

    @Test
    @Order(2)
    void a_round_has_an_erasure_go_on() throws Exception {
        var neglected = new Neglected(stack, as("manager"));
        neglected.undeleted();
        round(janitor);
        Outage.await("it is erased", () -> neglected.work() == 0);
    }

    @Test
    @Order(2)
    void a_round_makes_an_index_again_that_is_lost() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        stack.stores().loseIndexes();
        round(Map.of());
        assertEquals(List.of(id), writer.found(FEE));
    }

    @Test
    @Order(2)
    void rounds_bring_all_documents_into_the_index_of_another_model_and_back() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var before = serving();
        round(Map.of("EMBEDDING_MODEL", "words", "EMBEDDING_DIMENSIONS", "64"));
        assertNotEquals(before, serving());
        assertEquals(List.of(id), writer.found(FEE));
        round(Map.of());
        assertEquals(before, serving());
        assertEquals(List.of(id), writer.found(FEE));
    }

    @Test
    @Order(3)
    void what_the_queue_has_given_up_fails() throws Exception {
        var writer = as("manager");
        synchronized (queue) {
            var id = new Neglected(stack, writer).unread();
            try (var deadLetters = stack.deadLetters()) {
                var letter = "{\\\"tenant\\\": \\\"%s\\\", \\\"document_id\\\": \\\"%s\\\", \\\"reminder\\\": false}"
                        .formatted(writer.tenant(), id);
                deadLetters.invoke(
                        "{\"Records\": [{\"messageId\": \"m\", \"body\": \"%s\"}]}".formatted(letter), ROUND);
            }
            assertEquals("failed", writer.ready(id).get("status").textValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HttpFunction", "IngestFunction", "JanitorFunction", "DeadLetterFunction"})
    @Order(Integer.MAX_VALUE)
    void a_role_allows_what_its_function_asks_of_aws_and_no_more(String function) throws Exception {
        assertEquals(Roles.read().of(function), listening.wanted(function));
    }

    @Override
    public TestTwin twin() {
        return TestTwin.shared();
    }

    @Override
    public FrontEnd frontEnd() {
        return frontEnd;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public boolean keepsBackups() {
        return true;
    }

    @Override
    public ObjectStore objects() {
        return stack.stores().files();
    }

    @Override
    public Set<Space> serving() {
        return stack.stores().indexes();
    }
}
