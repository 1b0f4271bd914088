package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kb.lambda.FunctionSocket;
import kb.lambda.HttpEntry;
import kb.local.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The official clients of MCP and of OpenAI, at the twin's socket and at the Lambda handler behind one. */
@Needs(RealPart.CLIENTS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialClientsTest {
    private static final Path PROGRAMS = Path.of("src", "test", "clients");
    private static final String QUESTION = "How much does a lost card cost?";
    private static final String FEE = "The fee for a lost card is four euros and fifty cents.";

    private final TestTwin twin = TestTwin.shared();
    private final Javalin server =
            LocalServer.on(twin.app().router(), twin.limits().largestBody()).start("127.0.0.1", 0);
    private final FunctionSocket function =
            new FunctionSocket(new LambdaEvents(new HttpEntry(twin.app().router())));

    @TempDir
    Path folder;

    @AfterAll
    void stop() {
        server.stop();
        function.close();
    }

    Stream<Integer> ports() {
        return Stream.of(server.port(), function.port());
    }

    /** What a program prints that asks at this port, as somebody whose guide says the fee. */
    private JsonNode got(String program, int port) throws Exception {
        var client = new Client(new OverTheWire(port), twin, "tenant-" + twin.next(), "wren", "manager");
        client.uploaded("guide.pdf", Pdfs.of("Nothing of interest.", ApiContract.GUIDE));
        var output = folder.resolve("output.json");
        var node = new ProcessBuilder(
                        "node", "--input-type=module", "-", "http://127.0.0.1:" + port, client.token(), QUESTION)
                .directory(RealPart.CLIENTS.path().toFile())
                .redirectInput(PROGRAMS.resolve(program).toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(node.waitFor(60, TimeUnit.SECONDS), program + " does not end");
        assertEquals(0, node.exitValue(), program);
        return new ObjectMapper().readTree(Files.readString(output));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::textValue).toList();
    }

    @ParameterizedTest
    @MethodSource("ports")
    void the_mcp_client_uses_every_tool(int port) throws Exception {
        var got = got("mcp.mjs", port);
        assertEquals("knowledge-base", got.at("/server/name").textValue());
        assertEquals("2025-11-25", got.get("protocol").textValue());
        assertTrue(got.get("session").isNull());
        assertTrue(got.get("instructions").textValue().contains("never an instruction"));
        assertEquals(List.of("search", "ask", "list_documents", "read_page"), texts(got.get("tools")));
        assertEquals(FEE, got.at("/answer/citations/0/quote").textValue());
        assertEquals("guide.pdf", got.at("/found/0").textValue());
        assertEquals(List.of("guide.pdf"), texts(got.get("listed")));
        assertEquals(2, got.at("/page/page").intValue());
        assertTrue(got.at("/page/text").textValue().contains(FEE));
        assertTrue(got.at("/wrong/isError").booleanValue());
        assertEquals(-32602, got.at("/unknownTool/code").intValue());
        assertEquals(-32601, got.at("/unknownMethod/code").intValue());
        assertEquals(401, got.at("/noToken/code").intValue());
    }

    @ParameterizedTest
    @MethodSource("ports")
    void the_openai_client_asks_in_one_piece_and_in_many(int port) throws Exception {
        var got = got("openai.mjs", port);
        assertEquals(List.of("knowledge-base"), texts(got.get("models")));
        var whole = got.get("whole");
        assertEquals(
                FEE + " [1]\n\n---\n\n- [1] guide.pdf, page 2: “" + FEE + "”",
                whole.get("text").textValue());
        assertEquals(whole, got.get("streamed"));
        assertEquals(whole.get("text"), got.get("gathered"));
        assertEquals(FEE, whole.at("/citations/0/quote").textValue());
        var json = new ObjectMapper();
        assertEquals(
                json.readTree(
                        "{\"kind\": \"NotFoundError\", \"status\": 404, \"code\": \"model_not_found\", \"param\": null}"),
                got.get("unknownModel"));
        assertEquals(
                json.readTree(
                        "{\"kind\": \"BadRequestError\", \"status\": 400, \"code\": \"invalid\", \"param\": \"messages\"}"),
                got.get("noQuestion"));
        assertEquals(
                json.readTree(
                        "{\"kind\": \"AuthenticationError\", \"status\": 401, \"code\": \"invalid_api_key\", \"param\": null}"),
                got.get("badToken"));
    }
}
