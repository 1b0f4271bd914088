package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kb.misuse.Misuse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is tried with an announced upload, nothing is stored but the announced bytes, and these can still be put. */
interface UploadMisuseContract {
    byte[] PDF = Pdfs.of(ApiContract.GUIDE);

    /** Nobody else uses it. */
    TestTwin twin();

    /** Somebody of a tenant of their own. */
    Client as(String role);

    @ParameterizedTest
    @MethodSource("kb.misuse.Misuses#all")
    default void nothing_is_stored_by(Misuse misuse) throws Exception {
        var writer = as("manager");
        var objects = twin().objects();
        var sibling = Announced.by(writer, objects, "sibling.pdf", Pdfs.of("Another text."));
        var announced = Announced.by(writer, objects, "guide.pdf", PDF);
        var stranger = Announced.stranger(objects);
        var before = objects.names("");
        var strangers = objects.get(stranger).orElseThrow();

        var status = misuse.request().apply(announced.scene(sibling, stranger)).send();

        assertTrue(status == 0 || status >= 300, () -> misuse + ": " + status);
        assertEquals(List.of(), more(before, objects.names("")));
        assertEquals(List.of(), more(objects.names(""), before));
        assertArrayEquals(strangers, objects.get(stranger).orElseThrow());
        assertEquals("uploading", announced.status());
        assertEquals("uploading", sibling.status());
        announced.becomesReady();
    }

    private static List<String> more(List<String> before, List<String> after) {
        return after.stream().filter(name -> !before.contains(name)).toList();
    }

    @ParameterizedTest
    @MethodSource("kb.misuse.Misuses#inVain")
    default void nothing_else_than_the_announced_bytes_is_stored_by(Misuse misuse) throws Exception {
        var announced = Announced.by(as("manager"), twin().objects(), "guide.pdf", PDF);
        var sibling = Announced.by(as("manager"), twin().objects(), "sibling.pdf", Pdfs.of("Another text."));
        var stranger = Announced.stranger(twin().objects());

        var status = misuse.request().apply(announced.scene(sibling, stranger)).send();

        assertEquals(status == 200 ? 412 : 200, announced.put().send());
        assertEquals(202, announced.writer().send("POST", announced.complete()).status());
        assertEquals(
                "ready", announced.writer().ready(announced.id()).get("status").textValue());
        assertArrayEquals(
                announced.pdf(), announced.objects().get(announced.name()).orElseThrow());
        assertEquals("uploading", sibling.status());
    }

    @Test
    default void a_pdf_that_is_there_is_neither_replaced_nor_touched() throws Exception {
        var announced = Announced.by(as("manager"), twin().objects(), "guide.pdf", PDF);
        announced.becomesReady();
        var other = announced.pdf().clone();
        other[other.length - 8] ^= 1;

        assertEquals(412, announced.put().send());
        assertTrue(announced.put().only(other).send() >= 400);
        assertTrue(announced.put().bringing(new byte[0]).send() >= 400);

        assertArrayEquals(
                announced.pdf(), announced.objects().get(announced.name()).orElseThrow());
        assertEquals("ready", announced.status());
    }

    @Test
    default void what_is_deleted_cannot_be_completed() throws Exception {
        var writer = as("manager");
        var announced = Announced.by(writer, twin().objects(), "guide.pdf", PDF);
        assertEquals(
                200,
                writer.in("admin")
                        .send("DELETE", "/documents/" + announced.id())
                        .status());
        announced.put().send();
        assertProblem(404, "not-found", writer.send("POST", announced.complete()));
        assertEquals(List.of(), ApiContract.ids(writer.get("/documents"), "document_id"));
        assertEquals(List.of(), writer.found("how much is a lost card"));
        Announced.by(writer, twin().objects(), "guide.pdf", PDF).becomesReady();
    }

    @Test
    default void announced_bytes_that_are_no_pdf_are_refused_and_gone() throws Exception {
        var writer = as("manager");
        var text = "This is no PDF at all.".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var announced = Announced.by(writer, twin().objects(), "guide.pdf", text);
        assertEquals(200, announced.put().send());
        assertProblem(422, "not-a-pdf", writer.send("POST", announced.complete()));
        assertEquals("failed", announced.status());
        Outage.await(
                "they are gone", () -> twin().objects().get(announced.name()).equals(Optional.empty()));
        Announced.by(writer, twin().objects(), "other.pdf", PDF).becomesReady();
    }

    @Test
    default void announced_bytes_that_only_look_like_a_pdf_fail() throws Exception {
        var writer = as("manager");
        var text = "%PDF-1.7 and nothing else.".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var announced = Announced.by(writer, twin().objects(), "guide.pdf", text);
        assertEquals(200, announced.put().send());
        assertEquals(202, writer.send("POST", announced.complete()).status());
        assertEquals(
                "damaged", writer.ready(announced.id()).get("error").get("code").textValue());
    }
}
