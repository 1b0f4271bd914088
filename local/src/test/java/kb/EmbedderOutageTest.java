package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The embedding service is down: search and answers go on with keywords alone, new documents wait. */
class EmbedderOutageTest extends PartOutage {
    @Override
    Running run(Path folder) throws Exception {
        var service = new EmbeddingService();
        return new Running(service.address(), EmbeddingService.THROTTLED, EmbeddingService::settings, service);
    }

    @ParameterizedTest
    @EnumSource
    void keywords_find_and_documents_wait_while_answers(FaultyProxy.Fault fail) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fail);

        var seen = visitor.everything();

        assertEquals(202, seen.upload().status(), seen.upload()::text);
        assertEquals(200, seen.list().status());
        assertEquals(200, seen.get().status());
        assertEquals(302, seen.content().status());
        assertEquals(200, seen.search().status(), seen.search()::text);
        assertEquals("[\"vector\"]", seen.search().json().get("degraded").toString());
        assertEquals(
                visitor.document(),
                seen.search().json().get("passages").get(0).get("document_id").textValue());
        assertEquals(200, seen.chat().status(), seen.chat()::text);
        assertEquals("answered", seen.chat().json().get("status").textValue());
        var events = Client.events(seen.stream().text());
        assertEquals("[\"vector\"]", events.get(1).getValue().get("degraded").toString());
        assertEquals("answered", events.getLast().getValue().get("status").textValue());
        var waiting = seen.upload().json().get("document_id").textValue();
        assertFalse(List.of("ready", "failed").contains(visitor.status(waiting)));

        proxy.heal();
        visitor.becomesReady(waiting);
        visitor.findsAllWell();
    }

    @Test
    void health_tells_of_it_and_when_that_was_heard() throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(FaultyProxy.Fault.ERROR);
        visitor.client().found(Outage.QUESTION);

        var ready = visitor.client().get("/health/ready");

        assertEquals(200, ready.status(), ready::text);
        assertEquals("degraded", ready.json().get("status").textValue());
        assertEquals("unavailable", ready.json().at("/parts/embedder").textValue());
        Instant.parse(ready.json().at("/last_heard/embedder").textValue());

        proxy.heal();
        visitor.client().found(Outage.QUESTION);
        var healed = visitor.client().get("/health/ready").json();
        assertEquals("ok", healed.get("status").textValue(), healed::toString);
        assertEquals("ok", healed.at("/parts/embedder").textValue());
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

        // an error is asked twice, and three attempts are all that a document has when it is to blame
        Outage.await("it was tried four times", () -> proxy.spoiled() >= 2 * 4);

        Outage.await("it waits", () -> visitor.status(waiting).equals("queued"));
        proxy.heal();
        visitor.becomesReady(waiting);
    }
}
