package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lies about an upload that are told to us. */
public interface UploadLiesContract extends Contract {
    byte[] PDF = Pdfs.of(ApiContract.GUIDE);

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "size_bytes, -1",
                "size_bytes, 0",
                "size_bytes, 200000001",
                "size_bytes, 99999999999999999999",
                "size_bytes, 1.5",
                "size_bytes, \"10\"",
                "size_bytes, true",
                "size_bytes, null",
                "size_bytes, []",
                "sha256, \"abc\"",
                "sha256, \"\"",
                "sha256, null",
                "sha256, 5",
                "sha256, \"UPPER\"",
                "sha256, \"LONG\"",
                "sha256, \"NO-HEX\"",
                "filename, \"../a.pdf\"",
                "filename, \"a/b.pdf\"",
                "filename, \"\"",
                "filename, null"
            })
    default void an_announcement_that_cannot_be_is_refused(String field, String value) throws Exception {
        var writer = as("manager");
        var sha256 = Announced.sha256(PDF);
        var fields = new HashMap<>(Map.of(
                "filename",
                "\"guide.pdf\"",
                "size_bytes",
                Integer.toString(PDF.length),
                "sha256",
                "\"" + sha256 + "\""));
        fields.put(
                field,
                value.replace("UPPER", sha256.toUpperCase())
                        .replace("LONG", sha256 + "00")
                        .replace("NO-HEX", "g" + sha256.substring(1)));
        var json = new StringBuilder();
        fields.forEach(
                (name, text) -> json.append(json.isEmpty() ? "{" : ",").append("\"%s\":%s".formatted(name, text)));
        var body = json.append("}").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var reply = writer.send("POST", "/documents/uploads", Map.of("content-type", "application/json"), body);

        assertProblem(422, "invalid", reply);
        assertEquals(field, reply.json().get("violations").get(0).get("field").textValue());
        assertEquals(List.of(), ApiContract.ids(writer.get("/documents"), "document_id"));
    }

    @Test
    default void who_completes_what_is_not_theirs_or_not_there_changes_nothing() throws Exception {
        var writer = as("manager");
        var announced = Announced.by(writer, objects(), "guide.pdf", PDF);
        assertProblem(409, "upload-incomplete", writer.send("POST", announced.complete()));
        assertProblem(409, "upload-incomplete", writer.named("a colleague").send("POST", announced.complete()));
        assertProblem(404, "not-found", as("manager").send("POST", announced.complete()));
        assertProblem(403, "forbidden", writer.in("user").send("POST", announced.complete()));
        assertProblem(
                404,
                "not-found",
                writer.send("POST", "/documents/uploads/" + java.util.UUID.randomUUID() + "/complete"));
        assertEquals("uploading", announced.status());
        announced.becomesReady();
        assertEquals(202, writer.send("POST", announced.complete()).status());
        assertEquals("ready", announced.status());
    }
}
