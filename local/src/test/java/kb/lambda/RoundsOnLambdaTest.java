package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the function that is called each minute sets going again. */
class RoundsOnLambdaTest extends OnLambda {
    @Test
    void the_janitor_sends_what_the_queue_has_lost() throws Exception {
        var id = caller.upload("ferry.pdf", FERRY);
        deployment.sqs.lose();
        deployment.round();
        assertEquals(0, deliver()); // it may be under way still
        for (int minute = 0; minute < 3; minute++) deployment.aMinutePasses();
        deployment.round();
        assertEquals(1, deployment.sqs.waiting());
        deployment.round();
        assertEquals(1, deployment.sqs.waiting()); // another would only wait behind it
        deliver();
        assertEquals("ready", status(id));
    }

    @Test
    void a_reminder_that_comes_to_nothing_is_not_posted_again() throws Exception {
        var id = caller.upload("ferry.pdf", FERRY);
        deployment.sqs.lose();
        deployment.modelsAreGone();
        for (int minute = 0; minute < 3; minute++) deployment.aMinutePasses();
        deployment.round();
        assertEquals(1, deliver());
        assertEquals(List.of(), deployment.delays());
        deployment.modelsAreBack();
        for (int minute = 0; minute < 3; minute++) deployment.aMinutePasses();
        deployment.round();
        deliver();
        assertEquals("ready", status(id));
    }

    @Test
    void a_change_of_the_index_goes_on_with_the_rounds() throws Exception {
        var id = caller.upload("ferry.pdf", FERRY);
        deliver();
        var wanted = deployment.reindex();
        deployment.round();
        assertEquals(Set.of(wanted), deployment.serving());
        var found = caller.post("/search", Map.of("query", "When does the ferry leave?"));
        assertEquals(id, found.get("passages").get(0).get("document_id").textValue());
    }
}
