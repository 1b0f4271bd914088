package kb.chat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.people.Person;

/** What is done with conversations afterwards: they are read as a whole, and their answers are rated. */
public final class ChatRecords {
    private static final int AT_ONCE = 100;

    private final Conversations conversations;
    private final Clock clock;

    public ChatRecords(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    /** As it is stored now: what was erased is not in it. */
    public Optional<Transcript> transcript(Person person, UUID chatId) {
        return conversations.find(person, chatId).map(chat -> {
            var messages = new ArrayList<Message>();
            var cursor = Optional.<String>empty();
            do {
                var some = conversations.messages(person, chatId, AT_ONCE, cursor);
                messages.addAll(some.items());
                cursor = some.cursor();
            } while (cursor.isPresent());
            Activity.did(Deed.of(Kind.CHAT, "export", chatId));
            return new Transcript(chat, messages);
        });
    }

    /** The answer with what its asker says about it from now on; empty when there is no such answer. */
    public Optional<Message> rate(Person person, UUID chatId, UUID messageId, Rating rating, Optional<String> comment) {
        var feedback = new Feedback(rating, comment, clock.instant());
        return conversations
                .find(person, chatId)
                .flatMap(_ -> conversations.message(person, chatId, messageId))
                .filter(message -> message.role() == Role.ASSISTANT)
                .filter(answer -> conversations.rate(person, answer, feedback, Deed.of(Kind.CHAT, "feedback", chatId)))
                .map(answer -> answer.with(feedback));
    }
}
