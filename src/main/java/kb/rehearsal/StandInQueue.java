package kb.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** SQS as far as the application speaks with it. */
final class StandInQueue {
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Consumer<String>> taker = new AtomicReference<>(waiting::add);

    Reply answer(String action, JsonNode request) {
        var answer = JsonNodeFactory.instance.objectNode();
        if (action.equals("SendMessage")) {
            var text = request.get("MessageBody").asText();
            taker.get().accept(text);
            answer.put("MessageId", "rehearsal").put("MD5OfMessageBody", digest(text));
        } else {
            answer.putObject("Attributes").put("ApproximateNumberOfMessages", "0");
        }
        return Reply.json(answer);
    }

    /** Messages that come meanwhile wait for nobody. @param worked does what one says, before its sender goes on */
    <T> T during(Consumer<String> worked, Supplier<T> work) {
        taker.set(worked);
        try {
            return work.get();
        } finally {
            taker.set(waiting::add);
        }
    }

    /** The messages that came since the last time. */
    List<String> taken() {
        var taken = new ArrayList<String>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) taken.add(next);
        return taken;
    }

    /** The SDK compares it. */
    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
