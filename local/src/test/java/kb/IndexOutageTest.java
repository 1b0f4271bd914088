package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.weaviate.WeaviateServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weaviate is down: nothing is found, and every question is kept as one that failed; new documents wait. */
@Needs(RealPart.WEAVIATE)
class IndexOutageTest extends PartOutage {
    @Override
    Running run(Path folder) {
        var throttled = FaultyProxy.answer("429 Too Many Requests", "application/json", "{}");
        return new Running(
                WeaviateServer.running().address(),
                throttled,
                address -> Map.of("WEAVIATE_URL", address.toString(), "WEAVIATE_API_KEY", WeaviateServer.KEY),
                () -> {});
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_found_and_documents_wait_while_answers(FaultyProxy.Fault fail) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fail);

        var seen = visitor.everything();

        assertEquals(202, seen.upload().status(), seen.upload()::text);
        assertEquals(200, seen.list().status());
        assertEquals(200, seen.get().status());
        assertEquals(302, seen.content().status());
        ApiContract.assertProblem(503, "index-unavailable", seen.search());
        ApiContract.assertProblem(503, "index-unavailable", seen.chat());
        var last = Client.events(seen.stream().text()).getLast();
        assertEquals("error", last.getKey());
        assertEquals(
                "urn:kb:problem:index-unavailable", last.getValue().get("type").textValue());
        assertEquals(List.of("failed"), visitor.turns(visitor.chat()));
        assertEquals(List.of("failed"), visitor.turns(visitor.streamed()));
        var waiting = seen.upload().json().get("document_id").textValue();
        assertFalse(List.of("ready", "failed").contains(visitor.status(waiting)));

        proxy.heal();
        visitor.becomesReady(waiting);
        visitor.findsAllWell();
    }

    @Test
    void a_document_waits_as_long_as_it_takes() throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(FaultyProxy.Fault.ERROR);
        var waiting = visitor.client()
                .upload("tea.pdf", Outage.Visitor.NEW)
                .json()
                .get("document_id")
                .textValue();

        // three attempts are all that a document has when it is to blame
        Outage.await("it was tried four times", () -> proxy.spoiled() >= 4);

        Outage.await("it waits", () -> visitor.status(waiting).equals("queued"));
        proxy.heal();
        visitor.becomesReady(waiting);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_deleted_is_out_of_sight_at_once_while_answers(FaultyProxy.Fault fail) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fail);
        outage.deletesInPart(visitor, "vectors");

        proxy.heal();
        var erased = visitor.deletes();
        assertEquals(200, erased.status(), erased::text);
        assertEquals(404, visitor.deletes().status());
    }

    @Test
    void what_could_not_be_erased_is_erased_when_it_is_back() throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(FaultyProxy.Fault.ERROR);
        outage.deletesInPart(visitor, "vectors");

        proxy.heal();
        outage.erases(visitor);
    }
}
