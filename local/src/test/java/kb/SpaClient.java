package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The requests of the replaced service's browser app, as it sends them. */
record SpaClient(Client client) {
    private static final String BOUNDARY = "----WebKitFormBoundaryAbc";

    FrontEnd.Reply parse(String filename, byte[] pdf, boolean forced) throws Exception {
        return client.send("POST", "/pdf/parse-pdf", formType(), form(filename, pdf, forced));
    }

    static Map<String, String> formType() {
        return Map.of("content-type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    static byte[] form(String filename, byte[] pdf, boolean forced) throws Exception {
        var out = new ByteArrayOutputStream();
        out.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(pdf);
        if (forced)
            out.write(("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"force_reparse\"\r\n\r\ntrue")
                    .getBytes(StandardCharsets.UTF_8));
        out.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    JsonNode parsed(String filename, byte[] pdf, boolean forced) throws Exception {
        return ok(parse(filename, pdf, forced));
    }

    /** The body of an upload of what was parsed, for a person to change. */
    static ObjectNode uploadOf(JsonNode parsed, String filename, boolean replace) {
        var body = new ObjectMapper().createObjectNode();
        body.set("chunks", parsed.get("chunks").deepCopy());
        body.set("document_metadata", parsed.get("document_metadata"));
        body.put("source_filename", filename);
        body.set("content_hash", parsed.get("content_hash"));
        body.set("file_size_bytes", parsed.get("file_size_bytes"));
        return body.put("force_replace", replace);
    }

    FrontEnd.Reply upload(JsonNode body) throws Exception {
        var json = Map.of("content-type", "application/json");
        return client.send("POST", "/kb/upload-to-kb", json, Client.json(body));
    }

    JsonNode get(String target) throws Exception {
        return ok(client.get(target));
    }

    JsonNode send(String method, String target, Map<String, ?> body) throws Exception {
        return ok(client.sendJson(method, target, body));
    }

    static JsonNode ok(FrontEnd.Reply reply) throws Exception {
        assertEquals(200, reply.status(), reply::text);
        return reply.json();
    }
}
