package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kb.FrontEnd;
import kb.LambdaEvents;

/** Somebody who may do everything, behind the function's address. */
record Caller(LambdaEvents http) {
    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode post(String target, Map<String, ?> body) throws Exception {
        var json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return send(new FrontEnd.Call("POST", target, Map.of("content-type", "application/json"), json));
    }

    /** @return the document's id */
    String upload(String filename, byte[] pdf) throws Exception {
        var headers = Map.of("content-type", "application/pdf");
        return send(new FrontEnd.Call("POST", "/documents?filename=" + filename, headers, pdf))
                .get("document_id")
                .textValue();
    }

    JsonNode document(String id) throws Exception {
        return send(new FrontEnd.Call("GET", "/documents/" + id, Map.of(), new byte[0]));
    }

    private JsonNode send(FrontEnd.Call call) throws Exception {
        var reply = http.send(call);
        assertEquals(2, reply.status() / 100, reply::text);
        return reply.json();
    }
}
