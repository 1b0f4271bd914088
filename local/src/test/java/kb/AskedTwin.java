package kb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.http.Response;
import kb.local.Twin;

/** A twin with made-up documents, and one chat in which it is asked about them. */
final class AskedTwin {
    private static final int CHUNKS_A_PAGE = 2;
    private static final int PAGES_A_DOCUMENT = 250;

    private final Twin twin;
    private final String token;
    private final MadeUpWords words = new MadeUpWords();

    AskedTwin(Twin twin, String token) {
        this.twin = twin;
        this.token = token;
    }

    /** Adds documents until there are so many chunks. @return how many there are then */
    int filled(int size) throws Exception {
        var chunks = 0;
        for (int number = 0; chunks < size; number++) chunks += uploaded(number);
        return chunks;
    }

    private int uploaded(int number) throws Exception {
        var pages = IntStream.range(0, PAGES_A_DOCUMENT)
                .mapToObj(_ -> words.page(CHUNKS_A_PAGE))
                .toArray(String[]::new);
        var pdf = Bytes.of(Pdfs.of(pages));
        var id = json(send("POST", "/documents?filename=" + number + ".pdf", "", "application/pdf", pdf))
                .get("document_id")
                .textValue();
        while (true) {
            var reply = send("GET", "/documents/" + id + "?wait=20", "", "", Bytes.NONE);
            if (reply.status() == 503) continue; // a busy machine
            var document = json(reply);
            var status = document.get("status").textValue();
            if (status.equals("failed")) throw new IllegalStateException(document.toString());
            if (status.equals("ready")) return document.get("chunks").intValue();
        }
    }

    String chat() throws IOException {
        return json(send("POST", "/chats", "", "application/json", Bytes.NONE))
                .get("chat_id")
                .textValue();
    }

    /** Asks, and waits for the whole answer. @param meter stands still when the sources are told */
    <T> T asked(String chat, Meter<T> meter) throws IOException {
        var question = Map.of("message", "What is said of " + words.some(6) + "?");
        var body = Bytes.of(new ObjectMapper().writeValueAsBytes(question));
        var told = new AtomicReference<T>();
        meter.start();
        var response = send("POST", "/chats/" + chat + "/messages", "text/event-stream", "application/json", body);
        ((Body.Events) response.body()).stream().sendTo(event -> {
            if (event.name().equals("sources")) told.set(meter.stop());
            if (event.name().equals("error")) throw new IllegalStateException(event.data());
        });
        return told.get();
    }

    /** What is measured of a question. */
    interface Meter<T> {
        void start();

        T stop();
    }

    private static JsonNode json(Response response) throws IOException {
        if (response.status() >= 400) throw new IllegalStateException(((Body.Text) response.body()).text());
        return new ObjectMapper().readTree(((Body.Text) response.body()).text());
    }

    private Response send(String method, String target, String accept, String type, Bytes body) {
        var parts = target.split("\\?", 2);
        var headers = Map.of(
                "authorization", "Bearer " + token, "accept", accept.isEmpty() ? "*/*" : accept, "content-type", type);
        return twin.app()
                .router()
                .handle(new Request(method, parts[0], parts.length == 2 ? parts[1] : "", Headers.of(headers), body));
    }
}
