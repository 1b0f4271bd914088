package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the twin keeps when it is stopped and started again over the same folder. */
class RestartTest {
    @TempDir
    Path data;

    @Test
    void documents_chats_and_unfinished_work_are_kept() throws Exception {
        String ready;
        String chat;
        String unfinished;
        try (var twin = new TestTwin(data)) {
            var writer = client(twin);
            ready = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
            chat = writer.chat();
            writer.ask(chat, "How much does a lost card cost?");
            unfinished = writer.upload("long.pdf", Pdfs.of(pages(60)))
                    .json()
                    .get("document_id")
                    .textValue();
        }
        try (var twin = new TestTwin(data)) {
            var writer = client(twin);
            assertEquals("ready", writer.ready(unfinished).get("status").textValue());
            assertEquals(
                    60,
                    writer.get("/documents/" + unfinished).json().get("pages").intValue());
            assertEquals(List.of(unfinished, ready), ApiContract.ids(writer.get("/documents"), "document_id"));
            assertEquals(
                    2,
                    writer.get("/chats/" + chat + "/messages")
                            .json()
                            .get("items")
                            .size());
            assertEquals(
                    "answered",
                    writer.ask(chat, "How many books may a member borrow?")
                            .get("status")
                            .textValue());
        }
    }

    private static Client client(TestTwin twin) {
        return new Client(new LambdaEvents(new HttpEntry(twin.app().router())), twin, "default", "wren", "manager");
    }

    private static String[] pages(int count) {
        var pages = new String[count];
        for (int i = 0; i < count; i++)
            pages[i] = "Page %d tells of river number %d and of the mill beside it.".formatted(i + 1, i * 7);
        return pages;
    }
}
