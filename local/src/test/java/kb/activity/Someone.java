package kb.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;

/** Somebody in an {@link Office}, who asks as a program does. */
final class Someone {
    private final Office office;
    private final String tenant;
    private final String user;

    Someone(Office office, String tenant, String user) {
        this.office = office;
        this.tenant = tenant;
        this.user = user;
    }

    String uploaded(String filename, byte[] pdf, Duration waited) throws IOException {
        var id = send(202, "POST", "/documents?filename=" + filename, "application/pdf", Bytes.of(pdf))
                .get("document_id")
                .textValue();
        office.work(waited);
        return id;
    }

    String chat() throws IOException {
        return send(201, "POST", "/chats", "", Bytes.NONE).get("chat_id").textValue();
    }

    JsonNode ask(String chat, String question, Duration time) throws IOException {
        office.think(time);
        return send(200, "POST", "/chats/" + chat + "/messages", Map.of("message", question));
    }

    JsonNode get(String target) throws IOException {
        return send(200, "GET", target, "", Bytes.NONE);
    }

    JsonNode send(int status, String method, String target) throws IOException {
        return send(status, method, target, "", Bytes.NONE);
    }

    JsonNode send(int status, String method, String target, Map<String, ?> json) throws IOException {
        var body = Bytes.of(new ObjectMapper().writeValueAsBytes(json));
        return send(status, method, target, "application/json", body);
    }

    private JsonNode send(int status, String method, String target, String type, Bytes body) throws IOException {
        var parts = (target + "?").split("\\?", -1);
        var headers = Map.of("x-tenant", List.of(tenant), "x-user", List.of(user), "content-type", List.of(type));
        var response =
                office.app().router().handle(new Request(method, parts[0], parts[1], new Headers(headers), body));
        var text = ((Body.Text) response.body()).text();
        assertEquals(status, response.status(), text);
        return new ObjectMapper().readTree(text);
    }
}
