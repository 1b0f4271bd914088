package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import kb.misuse.SignedPut;
import org.junit.jupiter.api.Test;

/** What is said to whoever announces a PDF. */
public interface AnnouncementContract extends Contract {
    @Test
    default void known_bytes_need_not_be_put() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var id = writer.uploaded("guide.pdf", pdf);
        var known = Announced.announce(writer, "copy.pdf", pdf);
        assertEquals(200, known.status());
        assertEquals(id, known.json().get("document_id").textValue());
        assertEquals("[\"copy.pdf\"]", known.json().get("aliases").toString());
        assertProblem(409, "duplicate-filename", Announced.announce(writer, "guide.pdf", Pdfs.of("Something else.")));
    }

    @Test
    default void whoever_brings_announced_bytes_in_a_request_is_heard() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var id = Announced.announce(writer, "guide.pdf", pdf)
                .json()
                .get("document_id")
                .textValue();
        var again = Announced.announce(writer, "guide.pdf", pdf).json();
        assertEquals(id, again.get("document_id").textValue());
        var direct = writer.upload("guide.pdf", pdf);
        assertEquals(202, direct.status());
        assertEquals(id, direct.json().get("document_id").textValue());
        assertEquals("ready", writer.ready(id).get("status").textValue());
        assertEquals(412, SignedPut.of(again, pdf).send());
    }

    @Test
    default void an_announcement_that_is_sent_again_is_made_once() throws Exception {
        var writer = as("manager");
        var body = Client.json(Announced.announcement("guide.pdf", Pdfs.of(ApiContract.GUIDE)));
        var headers = Map.of("content-type", "application/json", "idempotency-key", "announced-once");
        var first = writer.send("POST", "/documents/uploads", headers, body);
        var again = writer.send("POST", "/documents/uploads", headers, body);
        assertEquals(202, again.status(), again::text);
        assertEquals(first.json().get("document_id"), again.json().get("document_id"));
        assertEquals(200, SignedPut.of(again.json(), Pdfs.of(ApiContract.GUIDE)).send());

        var other = Client.json(Announced.announcement("guide.pdf", Pdfs.of("Something else.")));
        var reused = writer.send("POST", "/documents/uploads", headers, other);
        assertProblem(422, "idempotency-key-reused", reused);
    }

    @Test
    default void what_is_wrong_with_an_announcement_is_said() throws Exception {
        var writer = as("manager");
        var refused = writer.sendJson(
                "POST", "/documents/uploads", Map.of("filename", "../a.pdf", "size_bytes", 0, "sha256", "abc"));
        assertProblem(422, "invalid", refused);
        assertEquals(
                "[\"filename\",\"size_bytes\",\"sha256\"]",
                new ObjectMapper()
                        .valueToTree(refused.json().get("violations").findValuesAsText("field"))
                        .toString());
        var big = Announced.announcement("big.pdf", Pdfs.of("x"));
        big.put("size_bytes", 300_000_000);
        assertProblem(422, "invalid", writer.sendJson("POST", "/documents/uploads", big));
        assertProblem(403, "forbidden", Announced.announce(as("user"), "guide.pdf", Pdfs.of("x")));
    }

    @Test
    default void a_request_that_is_too_large_is_told_the_other_way() throws Exception {
        var reply = as("manager").upload("big.pdf", new byte[10_485_761]);
        assertProblem(413, "too-large", reply);
        assertTrue(reply.json().get("detail").textValue().contains("POST /documents/uploads"), reply::text);
    }
}
