package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import kb.lambda.FunctionSocket;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The Lambda handler as clients reach it that speak HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LambdaSocketTest implements BrowserContract, AccessContract {
    private final TestTwin twin = TestTwin.shared();
    private final FunctionSocket socket =
            new FunctionSocket(new LambdaEvents(new HttpEntry(twin.app().router())));

    @AfterAll
    void close() {
        socket.close();
    }

    @Override
    public TestTwin twin() {
        return twin;
    }

    @Override
    public FrontEnd frontEnd() {
        return new Described(new OverTheWire(socket.port()));
    }

    @Override
    public Client as(String role) {
        return new Client(frontEnd(), twin, "tenant-" + twin.next(), "wren", role);
    }

    @Test
    void a_pdf_and_its_answer_pass_through() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("ferry.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
        var headers = Map.of("content-type", "application/json", "accept", "text/event-stream");
        var question = Client.json(Map.of("message", "When does the ferry leave?"));
        var stream = writer.send("POST", "/chats/" + writer.chat() + "/messages", headers, question);
        var done = Client.events(stream.text()).getLast();
        assertEquals("done", done.getKey());
        assertEquals(
                id, done.getValue().get("citations").get(0).get("document_id").textValue());
    }

    @Test
    void an_event_that_is_too_large_never_reaches_the_function() throws Exception {
        var reply = new OverTheWire(socket.port())
                .send(new FrontEnd.Call("POST", "/documents?filename=a.pdf", Map.of(), new byte[4_800_000]));
        assertEquals(413, reply.status());
        assertTrue(reply.header("x-request-id").isEmpty());
    }
}
