package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kb.llm.ChatProvider;
import kb.local.LocalServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody asks over a socket and is gone once the first text flows, while the model is silent. */
class GoneAskerTest {
    private StallingProvider provider;
    private TestTwin twin;
    private Javalin server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        provider = new StallingProvider(ChatProvider.stream(
                "say| A lost card costs four euros and fifty cents.\nquote 1| " + ModelTwin.FEE + "\nsay| And"));
        twin = new TestTwin(folder, provider.settings());
        server =
                LocalServer.on(twin.app().router(), twin.limits().largestBody()).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        twin.close();
        provider.close();
    }

    @Test
    void the_provider_is_not_listened_to_any_longer_and_the_turn_is_kept_as_aborted() throws Exception {
        var asker = new Client(new OverTheWire(server.port()), twin, "tenant-" + twin.next(), "wren", "manager");
        asker.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = asker.chat();

        LeavingAsker.askAndLeave(server.port(), asker.token(), chat);

        assertTrue(provider.hungUp().await(20, TimeUnit.SECONDS), "the provider is still listened to");
        Outage.await("the turn is kept", () -> ModelTwin.turns(asker, chat).equals(List.of("aborted")));
        var items = asker.get("/chats/" + chat + "/messages").json().get("items");
        assertEquals(ModelTwin.QUESTION, items.get(0).get("content").textValue());
        assertEquals("", items.get(1).get("content").textValue());
    }
}
