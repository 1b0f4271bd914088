package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DynamoDB is down: everything that needs records says so, and nothing is half stored. */
class TableOutageTest extends PartOutage {
    @Override
    Running run(Path folder) throws Exception {
        var dynamo = new RealDynamo();
        return new Running(dynamo.address(), RealDynamo.THROTTLED, RealDynamo::settings, dynamo::stop);
    }

    @ParameterizedTest
    @EnumSource
    void everything_is_unavailable_and_nothing_is_stored_while_answers(FaultyProxy.Fault fail) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fail);

        for (var reply : visitor.everything().all()) ApiContract.assertProblem(503, "table-unavailable", reply);

        proxy.heal();
        assertEquals(
                List.of(visitor.document()), ApiContract.ids(visitor.client().get("/documents"), "document_id"));
        assertEquals(List.of(), visitor.turns(visitor.chat()));
        assertEquals(List.of(), visitor.turns(visitor.streamed()));
        visitor.findsAllWell();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "ERROR", "THROTTLE"})
    void one_bad_answer_is_asked_for_again(FaultyProxy.Fault fault) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fault, _ -> proxy.spoiled() == 0);

        assertEquals("ready", visitor.status(visitor.document()));

        assertEquals(1, proxy.spoiled());
    }

    @Test
    void an_upload_that_was_stored_while_its_answer_was_lost_is_worked_on() throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(FaultyProxy.Fault.CUT, request -> request.contains("TransactWriteItems"));

        ApiContract.assertProblem(503, "table-unavailable", visitor.client().upload("tea.pdf", Outage.Visitor.NEW));

        proxy.heal();
        var stored = ApiContract.ids(visitor.client().get("/documents"), "document_id");
        assertEquals(2, stored.size());
        visitor.becomesReady(stored.getFirst());
    }

    @Test
    void an_answer_that_was_kept_while_the_tables_was_lost_is_there_once() throws Exception {
        var visitor = outage.visitor();
        var transactions = new AtomicInteger();
        // the first tells the document that it is quoted, the second keeps the turn
        proxy.suffer(
                FaultyProxy.Fault.CUT,
                request -> request.contains("TransactWriteItems") && transactions.incrementAndGet() > 1);

        ApiContract.assertProblem(503, "table-unavailable", visitor.ask(visitor.chat(), "application/json"));

        proxy.heal();
        assertEquals(List.of("answered"), visitor.turns(visitor.chat()));
        var chat = visitor.client().get("/chats/" + visitor.chat()).json();
        assertEquals(2, chat.get("message_count").intValue());
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_deleted_while_answers(FaultyProxy.Fault fail) throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(fail);

        ApiContract.assertProblem(503, "table-unavailable", visitor.deletes());
    }

    @Test
    void under_its_key_an_answer_that_was_lost_is_told_and_one_that_failed_is_asked_for_again() throws Exception {
        var visitor = outage.visitor();
        var transactions = new AtomicInteger();
        proxy.suffer(
                FaultyProxy.Fault.CUT,
                request -> request.contains("TransactWriteItems") && transactions.incrementAndGet() > 1);
        ApiContract.assertProblem(503, "table-unavailable", underKey(visitor, visitor.chat()));
        proxy.suffer(FaultyProxy.Fault.CUT, request -> request.contains("TransactWriteItems"));
        ApiContract.assertProblem(503, "table-unavailable", underKey(visitor, visitor.streamed()));

        proxy.heal();
        for (var chat : List.of(visitor.chat(), visitor.streamed())) {
            var told = underKey(visitor, chat);
            assertEquals("answered", told.json().get("status").textValue(), told::text);
        }
        assertEquals(List.of("answered"), visitor.turns(visitor.chat()));
    }

    private static FrontEnd.Reply underKey(Outage.Visitor visitor, String chat) throws Exception {
        return visitor.client().ask(chat, Outage.QUESTION, chat, "application/json");
    }

    @Test
    void health_says_which_part_it_is() throws Exception {
        var visitor = outage.visitor();
        proxy.suffer(FaultyProxy.Fault.HANG);

        var ready = visitor.client().get("/health/ready");

        assertEquals(503, ready.status());
        assertEquals("unavailable", ready.json().get("status").textValue());
        assertEquals(new ObjectMapper().readTree("""
                        {"embedder": "ok", "index": "ok", "storage": "ok", "table": "unavailable"}"""), ready.json().get("parts"));
    }
}
