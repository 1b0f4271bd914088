package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S3 is down: no PDF comes in or out; what needs none goes on, and nothing is quoted that could not be checked. */
class StorageOutageTest extends PartOutage {
    @Override
    Running run(Path folder) throws Exception {
        var s3 = new RealS3(folder);
        return new Running(s3.address(), RealS3.THROTTLED, RealS3::settings, s3);
    }

    @Test
    void a_big_pdf_that_nobody_takes_is_given_up_in_time() throws Exception {
        var visitor = outage.visitor();
        var small = Pdfs.of("Green tea is brewed at eighty degrees for two minutes.");
        var big = Arrays.copyOf(small, 9_000_000);
        proxy.suffer(FaultyProxy.Fault.HANG);

        var reply = Outage.Visitor.timed(() -> visitor.client().upload("big.pdf", big))
                .call();

        ApiContract.assertProblem(503, "storage-unavailable", reply);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "ERROR", "THROTTLE"})
    void one_bad_answer_is_asked_for_again(FaultyProxy.Fault fault) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fault, _ -> proxy.spoiled() == 0);

        assertEquals(
                200,
                visitor.client()
                        .get("/documents/" + visitor.document() + "/chunks")
                        .status());

        assertEquals(1, proxy.spoiled());
    }

    @ParameterizedTest
    @EnumSource
    void only_pdfs_are_unavailable_while_answers(FaultyProxy.Fault fail) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fail);

        var seen = visitor.everything();

        ApiContract.assertProblem(503, "storage-unavailable", seen.upload());
        ApiContract.assertProblem(503, "storage-unavailable", seen.content());
        assertEquals(List.of(visitor.document()), ApiContract.ids(seen.list(), "document_id"));
        assertEquals("ready", seen.get().json().get("status").textValue());
        assertEquals(
                visitor.document(),
                seen.search().json().get("passages").get(0).get("document_id").textValue());
        assertEquals(200, seen.chat().status(), seen.chat()::text);
        assertEquals("unsupported", seen.chat().json().get("status").textValue());
        assertEquals("", seen.chat().json().get("content").textValue());
        assertEquals(
                visitor.document(),
                seen.chat().json().get("passages").get(0).get("document_id").textValue());
        var last = Client.events(seen.stream().text()).getLast();
        assertEquals("done", last.getKey());
        assertEquals("unsupported", last.getValue().get("status").textValue());
        assertEquals(
                List.of(visitor.document()), ApiContract.ids(visitor.client().get("/documents"), "document_id"));
        proxy.heal();
        visitor.findsAllWell();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_deleted_is_out_of_sight_at_once_while_answers(FaultyProxy.Fault fail) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fail);
        outage.deletesInPart(visitor, "objects");

        proxy.heal();
        var erased = visitor.deletes();
        assertEquals(200, erased.status(), erased::text);
        assertEquals(404, visitor.deletes().status());
    }

    @Test
    void what_could_not_be_erased_is_erased_when_it_is_back() throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(FaultyProxy.Fault.ERROR);
        outage.deletesInPart(visitor, "objects");

        proxy.heal();
        outage.erases(visitor);
    }
}
