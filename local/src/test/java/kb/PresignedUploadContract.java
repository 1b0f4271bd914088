package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kb.misuse.SignedPut;
import org.junit.jupiter.api.Test;

/** Announced PDFs that are put into storage, past the size of a request. */
public interface PresignedUploadContract extends Contract {
    @Test
    default void an_announced_pdf_is_put_and_becomes_ready() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var reply = Announced.announce(writer, "guide.pdf", pdf);
        assertEquals(202, reply.status(), reply::text);
        var upload = reply.json();
        var id = upload.get("document_id").textValue();
        assertEquals("/documents/" + id, reply.header("location").orElseThrow());
        assertEquals("PUT", upload.get("method").textValue());
        assertEquals(
                List.of("content-length", "content-type", "if-none-match", "x-amz-checksum-sha256"),
                upload.get("headers")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.equals("x-amz-sdk-checksum-algorithm"))
                        .sorted()
                        .toList());
        var waiting = writer.get("/documents/" + id).json();
        assertEquals("uploading", waiting.get("status").textValue());

        assertEquals(200, SignedPut.of(upload, pdf).send());
        var complete = writer.send("POST", "/documents/uploads/" + id + "/complete");
        assertEquals(202, complete.status(), complete::text);
        assertEquals("ready", writer.ready(id).get("status").textValue());
        assertEquals(List.of(id), writer.found("how much is a lost card"));
        assertEquals(
                202,
                writer.send("POST", "/documents/uploads/" + id + "/complete").status());
    }

    @Test
    default void storage_itself_tells_that_the_bytes_have_come() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var upload = Announced.announce(writer, "guide.pdf", pdf).json();
        assertEquals(200, SignedPut.of(upload, pdf).send());
        var id = upload.get("document_id").textValue();
        assertEquals("ready", writer.ready(id).get("status").textValue());
    }

    @Test
    default void a_watched_document_is_told_as_soon_as_its_status_changes() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var upload = Announced.announce(writer, "guide.pdf", pdf).json();
        var id = upload.get("document_id").textValue();
        assertEquals(
                "uploading",
                writer.get("/documents/" + id + "?wait=1").json().get("status").textValue());
        SignedPut.of(upload, pdf).send();
        var status = "";
        for (int looks = 0; !status.equals("ready") && looks < 20; looks++) {
            status = writer.get("/documents/" + id + "?wait=20")
                    .json()
                    .get("status")
                    .textValue();
        }
        assertEquals("ready", status);
        assertEquals(
                "ready",
                writer.get("/documents/" + id + "?wait=20").json().get("status").textValue());
        assertProblem(422, "invalid", writer.get("/documents/" + id + "?wait=21"));
    }

    @Test
    default void only_the_announced_bytes_are_taken_and_only_once() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var upload = Announced.announce(writer, "guide.pdf", pdf).json();
        var other = pdf.clone();
        other[other.length - 1] ^= 1;
        assertEquals(400, SignedPut.of(upload, other).send());
        assertTrue(SignedPut.of(upload, pdf)
                        .bringing(Arrays.copyOf(pdf, pdf.length - 1))
                        .send()
                >= 400);
        assertTrue(SignedPut.of(upload, pdf)
                        .bringing(Arrays.copyOf(pdf, pdf.length + 1))
                        .send()
                >= 400);
        for (var header : List.of("if-none-match", "x-amz-checksum-sha256", "content-type")) {
            var changed = upload.deepCopy();
            ((com.fasterxml.jackson.databind.node.ObjectNode) changed.get("headers")).remove(header);
            assertEquals(403, SignedPut.of(changed, pdf).send(), header);
        }
        assertEquals(200, SignedPut.of(upload, pdf).send());
        assertEquals(412, SignedPut.of(upload, pdf).send());
    }

    @Test
    default void what_has_not_come_is_not_complete() throws Exception {
        var writer = as("manager");
        var upload = Announced.announce(writer, "guide.pdf", Pdfs.of(ApiContract.GUIDE))
                .json();
        var complete = "/documents/uploads/" + upload.get("document_id").textValue() + "/complete";
        assertProblem(409, "upload-incomplete", writer.send("POST", complete));
        assertProblem(404, "not-found", as("manager").send("POST", complete));
        assertEquals(0, writer.found("how much is a lost card").size());
    }

    @Test
    default void what_comes_and_is_no_pdf_fails() throws Exception {
        var writer = as("manager");
        var text = "This is no PDF at all.".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var upload = Announced.announce(writer, "guide.pdf", text).json();
        assertEquals(200, SignedPut.of(upload, text).send());
        var id = upload.get("document_id").textValue();
        assertProblem(422, "not-a-pdf", writer.send("POST", "/documents/uploads/" + id + "/complete"));
        assertEquals("not_a_pdf", writer.ready(id).get("error").get("code").textValue());
    }
}
