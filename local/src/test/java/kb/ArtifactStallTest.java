package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kb.FaultyProxy.Fault;
import kb.jwt.KeyServer;
import kb.lambda.FunctionUrl;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The folder that is deployed, run as Lambda runs it, while a part that it stands on takes its requests and does not answer them. */
@Needs(RealPart.ARTIFACT)
class ArtifactStallTest extends OnFaultyStack {
    private static final int FOR_EVER = 60_000;
    private static final Duration HEALED = Duration.ofMinutes(3);

    private final Map<Fault, FunctionUrl> keyless = new EnumMap<>(Fault.class);
    private KeyServer issuer;

    @BeforeAll
    void publish(@TempDir Path folder) throws Exception {
        issuer = new KeyServer(folder);
    }

    @AfterAll
    void withdraw() throws Exception {
        if (issuer != null) issuer.close();
    }

    @AfterEach
    void healIssuer() {
        issuer.heal();
    }

    /** A model that never begins to answer, or sends its answer piece by piece for as long as anybody would listen. */
    private static ResponseDefinitionBuilder stalled(Fault fault) {
        var answer = ChatProvider.streamed("say| " + FaultyStack.FEE + "\n");
        return fault == Fault.HANG ? answer.withFixedDelay(FOR_EVER) : answer.withChunkedDribbleDelay(100, FOR_EVER);
    }

    private FrontEnd.Reply timed(FunctionUrl function, String target, String key) throws Exception {
        return Deadlined.timed(() -> get(function, target, key));
    }

    private FrontEnd.Reply get(FunctionUrl function, String target, String key) throws Exception {
        var headers = Map.of("authorization", "Bearer " + issuer.token(key));
        return function.send(new FrontEnd.Call("GET", target, headers, new byte[0]));
    }

    private void awaitLetIn(FunctionUrl function) throws Exception {
        Outage.await(
                "people are let in",
                HEALED,
                () -> get(function, "/me", issuer.published()).status() == 200);
    }

    @ParameterizedTest
    @Order(1)
    @EnumSource(names = {"ERROR", "HANG", "SLOW"})
    void without_the_issuers_keys_nobody_is_let_in(Fault fault) throws Exception {
        issuer.suffer(fault);
        var function = stack.another(issuer.settings());
        assertEquals(200, get(function, "/health", issuer.published()).status());
        assertProblem(503, "keys-unavailable", timed(function, "/documents", issuer.published()));
        assertProblem(503, "keys-unavailable", timed(function, "/me", "made up"));
        keyless.put(fault, function);
    }

    @Test
    @Order(1)
    void whoever_has_the_issuers_keys_goes_on_while_it_is_down() throws Exception {
        var function = stack.another(issuer.settings());
        awaitLetIn(function);
        issuer.suffer(Fault.HANG);
        assertEquals(200, timed(function, "/documents", issuer.published()).status());
        assertProblem(401, "unauthenticated", get(function, "/documents", "made up"));
    }

    @ParameterizedTest
    @Order(2)
    @EnumSource(names = {"HANG", "SLOW"})
    void tables_that_stall_are_unavailable_in_time(Fault fault) throws Exception {
        stack.suffers("DYNAMODB", fault);
        for (var reply :
                List.of(visitor.upload(), visitor.get("/documents"), visitor.search(), visitor.ask(), visitor.delete()))
            assertProblem(503, "table-unavailable", reply);
    }

    @ParameterizedTest
    @Order(2)
    @EnumSource(names = {"HANG", "SLOW"})
    void a_bucket_that_stalls_holds_up_nothing_but_pdfs(Fault fault) throws Exception {
        stack.suffers("S3", fault);
        assertProblem(503, "storage-unavailable", visitor.upload());
        assertProblem(503, "storage-unavailable", visitor.get("/documents/" + visitor.document() + "/content"));
        visitor.seesRecords();
        assertEquals(200, visitor.search().status());
        assertEquals("unsupported", visitor.ask().json().get("status").textValue());
        assertEquals(202, visitor.delete().status());
    }

    @ParameterizedTest
    @Order(2)
    @EnumSource(names = {"HANG", "SLOW"})
    void embeddings_that_stall_leave_keywords(Fault fault) throws Exception {
        models.stubFor(post(FaultyStack.EMBEDDINGS).willReturn(stalled(fault)));
        var found = visitor.search();
        assertEquals(200, found.status(), found::text);
        assertEquals("[\"vector\"]", found.json().get("degraded").toString());
        assertEquals("answered", visitor.ask().json().get("status").textValue());
    }

    @ParameterizedTest
    @Order(2)
    @EnumSource(names = {"HANG", "SLOW"})
    void a_chat_model_that_stalls_leaves_the_passages(Fault fault) throws Exception {
        models.stubFor(post(ChatProvider.PATH).willReturn(stalled(fault)));
        var refused = visitor.ask();
        assertProblem(503, "model-unavailable", refused);
        assertEquals(
                visitor.document(), refused.json().at("/passages/0/document_id").textValue());
    }

    @ParameterizedTest
    @Order(2)
    @EnumSource(names = {"HANG", "SLOW"})
    void secrets_that_stall_let_nobody_in_who_has_none(Fault fault) throws Exception {
        stack.suffers("SECRETS_MANAGER", fault);
        assertEquals(200, visitor.get("/me").status());
        var other = visitor.through(stack.another(Map.of()));
        assertProblem(503, "secrets-unavailable", other.get("/documents"));
        stack.heal();
        Outage.await("the key is there", () -> other.get("/me").status() == 200);
    }

    /** Near the end, because what was uploaded meanwhile is brought again and meets the fault in the other function. */
    @ParameterizedTest
    @Order(3)
    @EnumSource(names = {"HANG", "SLOW"})
    void an_index_that_stalls_lets_documents_wait(Fault fault) throws Exception {
        stack.suffers("INDEX", fault);
        visitor.seesRecords();
        assertProblem(503, "index-unavailable", visitor.search());
        assertProblem(503, "index-unavailable", visitor.ask());
        assertEquals(202, visitor.delete().status());
        var upload = visitor.upload();
        assertEquals(202, upload.status(), upload::text);
        var id = upload.json().get("document_id").textValue();
        assertFalse(List.of("ready", "failed").contains(visitor.status(id)));
    }

    /** Last: an issuer that did not answer is asked again after a minute. */
    @Test
    @Order(4)
    void with_the_issuers_keys_all_are_let_in_again_by_themselves() throws Exception {
        assertEquals(3, keyless.size());
        for (var function : keyless.values()) awaitLetIn(function);
    }
}
