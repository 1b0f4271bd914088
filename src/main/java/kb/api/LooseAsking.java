package kb.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import kb.chat.ChatEvent;
import kb.chat.LooseQuestions;
import kb.chat.Message;
import kb.chat.Question;
import kb.people.Person;

/** Questions outside of chats, inside the month's budget. */
public record LooseAsking(LooseQuestions questions, Paying paying) {
    /** @param teller answers once somebody listens */
    record Asked(UUID conversation, Function<Consumer<ChatEvent>, Message> teller) {}

    /** @param before what was asked before and answered, oldest first */
    Asked ask(Person person, Question question, List<String> before) {
        var conversation = questions.conversation();
        var spending = paying.question(person, conversation);
        return new Asked(
                conversation, listener -> spending.of(() -> questions.ask(conversation, question, before, listener)));
    }
}
