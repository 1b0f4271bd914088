package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Of requests with one key that come at once, one is done. */
public interface RepeatRaceContract extends Contract {
    @Test
    default void of_two_at_once_exactly_one_asks() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        for (int round = 0; round < 50; round++) {
            var chat = writer.chat();
            var accept = round % 2 == 0 ? "application/json" : "text/event-stream";
            var statuses = atOnce(
                    () -> writer.ask(chat, RepeatContract.FEE, chat, accept).status());
            assertTrue(
                    statuses.contains(200) && statuses.stream().allMatch(List.of(200, 409)::contains),
                    () -> statuses.toString());
            var messages = writer.get("/chats/" + chat + "/messages").json().get("items");
            assertEquals(List.of("user", "assistant"), messages.findValuesAsText("role"));
        }
    }

    private static List<Integer> atOnce(Callable<Integer> call) throws Exception {
        var start = new CyclicBarrier(2);
        Callable<Integer> together = () -> {
            start.await(20, TimeUnit.SECONDS);
            return call.call();
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(together);
            var other = threads.submit(together);
            return List.of(one.get(), other.get());
        }
    }
}
