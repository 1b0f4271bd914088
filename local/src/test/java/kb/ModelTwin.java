package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.http.Router;
import kb.lambda.HttpEntry;
import kb.llm.ChatProvider;
import kb.local.LocalServer;

/** A twin whose answers a chat model writes, behind both front ends. */
final class ModelTwin implements AutoCloseable {
    static final String FEE = "The fee for a lost card is four euros and fifty cents.";
    static final String QUESTION = "What is the fee for a lost card?";

    private final TestTwin twin;
    private final Javalin server;

    ModelTwin(Path data, ChatProvider provider) {
        this(data, provider, Map.of());
    }

    /** Where a token costs something, and nobody may spend more than this. */
    static ModelTwin spending(Path data, ChatProvider provider, String budget) {
        return new ModelTwin(data, provider, Map.of("MODEL_PRICES", "m=1/2", "BUDGET_USD_PER_USER", budget));
    }

    /** A provider that streams an answer with its quote. */
    static void answers(ChatProvider provider) {
        var text = "say| A lost card costs four euros and fifty cents.\nquote 1| " + FEE;
        provider.stubFor(post(ChatProvider.PATH).willReturn(ChatProvider.streamed(text.split("(?<=\\G.{7})"))));
    }

    ModelTwin(Path data, ChatProvider provider, Map<String, String> settings) {
        this(data, provider.settings(), settings);
    }

    /** @param provider what it takes to ask a chat model, if there is one */
    ModelTwin(Path data, Map<String, String> provider, Map<String, String> settings) {
        var all = new HashMap<>(provider);
        all.putAll(settings);
        twin = new TestTwin(data, all);
        server =
                LocalServer.on(twin.app().router(), twin.limits().largestBody()).start("127.0.0.1", 0);
    }

    Router router() {
        return twin.app().router();
    }

    int port() {
        return server.port();
    }

    List<FrontEnd> frontEnds() {
        return List.of(
                new Described(new OverTheWire(server.port())),
                new Described(new LambdaEvents(new HttpEntry(twin.app().router()))));
    }

    /** Somebody of a tenant of their own. */
    Client visitor(FrontEnd frontEnd) {
        return new Client(frontEnd, twin, "tenant-" + twin.next(), "wren", "manager");
    }

    /** Somebody with a guide that says the fee. */
    Client member(FrontEnd frontEnd) throws Exception {
        var client = visitor(frontEnd);
        client.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        return client;
    }

    static FrontEnd.Reply ask(Client client, String chat, Map<String, ?> message, String accept) throws Exception {
        var headers = Map.of("content-type", "application/json", "accept", accept);
        return client.send("POST", "/chats/" + chat + "/messages", headers, Client.json(message));
    }

    static FrontEnd.Reply ask(Client client, Map<String, ?> message) throws Exception {
        return ask(client, client.chat(), message, "application/json");
    }

    /** What a stream tells; its texts and citations joined must be those of its message. */
    static JsonNode streamed(Client client, Map<String, ?> message) throws Exception {
        var reply = ask(client, client.chat(), message, "text/event-stream");
        var events = Client.events(reply.text());
        var done = events.getLast().getValue();
        assertEquals("done", events.getLast().getKey(), reply::text);
        var text = new StringBuilder();
        var citations = new com.fasterxml.jackson.databind.ObjectMapper().createArrayNode();
        for (var event : events) {
            if (event.getKey().equals("text"))
                text.append(event.getValue().get("text").textValue());
            if (event.getKey().equals("citation")) citations.add(event.getValue());
        }
        assertEquals(done.get("content").textValue(), text.toString());
        assertEquals(done.get("citations"), citations);
        return done;
    }

    static List<String> turns(Client client, String chat) throws Exception {
        var items = client.get("/chats/" + chat + "/messages").json().get("items");
        return items.findValuesAsText("status").stream()
                .filter(status -> !status.equals("null"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.stop();
        twin.close();
    }
}
