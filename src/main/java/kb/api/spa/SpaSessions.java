package kb.api.spa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kb.api.AnswerText;
import kb.chat.Chat;
import kb.chat.ChatService;
import kb.chat.Citation;
import kb.chat.Message;
import kb.chat.Role;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Shown;
import kb.people.Person;

/** Chats and messages in the app's words. */
final class SpaSessions {
    private static final int AT_ONCE = 100;

    private final ChatService chats;

    SpaSessions(ChatService chats) {
        this.chats = chats;
    }

    static Map<String, Object> session(Person person, Chat chat) {
        var session = new LinkedHashMap<String, Object>();
        session.put("session_id", chat.chatId());
        session.put("user_id", person.id());
        session.put("title", chat.title().orElse("New Chat"));
        session.put("created_at", chat.createdAt());
        session.put("updated_at", chat.updatedAt());
        session.put("message_count", chat.messageCount());
        session.put("metadata", Map.of());
        return session;
    }

    static Map<String, Object> message(Message message) {
        var json = new LinkedHashMap<String, Object>();
        json.put("message_id", message.messageId());
        json.put("session_id", message.chatId());
        json.put("role", message.role());
        json.put("content", content(message));
        json.put("timestamp", message.createdAt());
        json.put("sources", sources(message));
        json.put("metadata", Map.of());
        return json;
    }

    static String content(Message message) {
        return message.role() == Role.USER ? message.content() : AnswerText.of(message);
    }

    static List<Map<String, Object>> sources(Message message) {
        return message.citations().stream().map(SpaSessions::source).toList();
    }

    private static Map<String, Object> source(Citation citation) {
        var source = new LinkedHashMap<String, Object>();
        source.put("doc_id", citation.documentId());
        source.put("file_name", citation.filename());
        source.put("page", citation.page());
        source.put("boxes", citation.boxes());
        source.put("quote", citation.quote());
        return source;
    }

    static int tokens(Message message) {
        return message.usage().promptTokens() + message.usage().completionTokens();
    }

    Chat find(Person person, String id) {
        return chats.find(person, id(id)).orElseThrow(() -> absent(id));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw absent(text);
        }
    }

    static ProblemException absent(String id) {
        return new ProblemException(new Problem.NotFound("session", Shown.of(id)));
    }

    List<Chat> all(Person person) {
        var all = new ArrayList<Chat>();
        var cursor = Optional.<String>empty();
        do {
            var some = chats.list(person, AT_ONCE, cursor);
            all.addAll(some.items());
            cursor = some.cursor();
        } while (cursor.isPresent());
        return all;
    }

    /** Oldest first. */
    void each(Person person, UUID chatId, Consumer<Message> reader) {
        var cursor = Optional.<String>empty();
        do {
            var some = chats.messages(person, chatId, AT_ONCE, cursor);
            some.items().forEach(reader);
            cursor = some.cursor();
        } while (cursor.isPresent());
    }
}
