package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static kb.ModelTwin.FEE;
import static kb.ModelTwin.QUESTION;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.WRITING;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A model that repeats all it reads, with true quotes: what it was not to read is never told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelSecrecyTest {
    private static final String CANARY = "pineapple-7319";
    private static final String VAULT = "The fee for a lost card opens the vault with " + CANARY + ".";

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider((_, material) -> material.lines()
            .map(line -> "say| fee lost card " + line + "\nquote 1| " + FEE + "\n" + line)
            .collect(Collectors.joining("\n")));

    private ModelTwin twin;

    @BeforeAll
    void start(@TempDir Path folder) {
        twin = new ModelTwin(folder, PROVIDER);
    }

    @AfterAll
    void stop() throws Exception {
        twin.close();
    }

    @Test
    void neither_another_tenants_text_nor_that_of_a_document_that_is_not_asked_comes_out() throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(WRITING));
        var frontEnd = twin.frontEnds().getFirst();
        twin.visitor(frontEnd).uploaded("vault.pdf", Pdfs.of(VAULT));
        var member = twin.visitor(frontEnd);
        var guide = member.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        assertKept(member, Map.of("message", QUESTION));
        member.uploaded("own-vault.pdf", Pdfs.of(VAULT));
        assertKept(member, Map.of("message", QUESTION, "filters", Map.of("document_ids", List.of(guide))));

        var everything = ModelTwin.ask(member, Map.of("message", QUESTION)).text();
        assertTrue(everything.contains(CANARY), "who may read it is told");
    }

    private static void assertKept(Client member, Map<String, ?> question) throws Exception {
        for (var accept : List.of("application/json", "text/event-stream")) {
            var reply = ModelTwin.ask(member, member.chat(), question, accept).text();
            assertTrue(reply.contains("four euros"), reply);
            assertFalse(reply.contains(CANARY), reply);
        }
    }
}
