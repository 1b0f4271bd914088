package kb.api;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kb.chat.AskerGone;
import kb.chat.ChatEvent;
import kb.chat.Message;
import kb.http.Body;
import kb.http.Event;

/** What happens while a question is answered, as a stream. */
final class AnswerStream {
    private AnswerStream() {}

    /** @param words how each thing is told */
    static Body.Stream of(Function<Consumer<ChatEvent>, Message> teller, Function<ChatEvent, List<Event>> words) {
        return receiver -> tell(teller, event -> words.apply(event).forEach(receiver));
    }

    /** That nobody listens any more passes through the service in its own words. */
    private static void tell(Function<Consumer<ChatEvent>, Message> teller, Consumer<ChatEvent> listener) {
        try {
            teller.apply(event -> {
                try {
                    listener.accept(event);
                } catch (Body.CallerGone gone) {
                    throw new AskerGone(gone);
                }
            });
        } catch (AskerGone gone) {
            throw (RuntimeException) gone.getCause();
        }
    }
}
