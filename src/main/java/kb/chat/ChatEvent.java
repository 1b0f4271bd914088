package kb.chat;

import java.util.List;
import kb.search.Passage;

/** What happens while a question is answered, in this order; citations follow the text they support. */
public sealed interface ChatEvent {
    /** @param stage {@code searching}, then {@code answering} */
    record Status(String stage) implements ChatEvent {}

    record Sources(List<Passage> passages, List<String> degraded) implements ChatEvent {}

    /** A piece of the answer; the pieces joined are its content. */
    record Text(String text) implements ChatEvent {}

    record Cited(Citation citation) implements ChatEvent {}

    /** Nothing new yet: lets a listener notice that nobody listens to it any more. */
    record Pulse() implements ChatEvent {}

    record Done(Message message) implements ChatEvent {}
}
