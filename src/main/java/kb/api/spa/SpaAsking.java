package kb.api.spa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import kb.api.Asker;
import kb.api.PaidTurn;
import kb.api.Paying;
import kb.chat.ChatEvent;
import kb.chat.ChatService;
import kb.chat.Message;
import kb.chat.Question;
import kb.chat.Turns;
import kb.documents.Traits;
import kb.http.Call;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.people.Person;
import kb.repeats.Note;
import kb.search.Place;
import kb.search.Selection;

/** Chats that begin, and questions in them, in the app's words. */
public final class SpaAsking {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MESSAGE = 10_000;
    private static final int LONGEST_ID = 100;
    private static final int MOST_DOCUMENTS = 100;
    private static final int TRY_AGAIN_SECONDS = 2;

    private final ChatService chats;
    private final SpaSessions sessions;
    private final Turns turns;
    private final Paying paying;

    public SpaAsking(ChatService chats, Turns turns, Paying paying) {
        this.chats = chats;
        this.sessions = new SpaSessions(chats);
        this.turns = turns;
        this.paying = paying;
    }

    public Response begin(Call call) {
        var fields = SpaFields.of(call);
        var title = fields.optional("title", LONGEST_TITLE).filter(text -> !text.isEmpty());
        var first = fields.optional("initial_message", LONGEST_MESSAGE).filter(text -> !text.isEmpty());
        fields.object("options");
        fields.into(() -> title);
        var person = Asker.person(call.caller());
        var chat = chats.create(person, title);
        first.ifPresent(text -> answer(person, chat.chatId(), text, Selection.all(person.tenant())));
        var begun = new LinkedHashMap<String, Object>();
        begun.put("success", true);
        begun.put("session_id", chat.chatId());
        begun.put("created_at", chat.createdAt());
        begun.put("message", "a new chat");
        begun.put("session", Map.of("title", title.orElse("New Chat"), "created_at", chat.createdAt()));
        return Response.json(200, begun);
    }

    private record Answered(Message message, int retrieved) {}

    private Answered answer(Person person, UUID chatId, String text, Selection selection) {
        var retrieved = new AtomicInteger();
        var question = new Question(text, selection, false);
        var turn = turns.begin(person.tenant(), chatId)
                .orElseThrow(
                        () -> new ProblemException(new Problem.TurnInProgress(chatId.toString(), TRY_AGAIN_SECONDS)));
        var paid = new PaidTurn(turn, turn.unless(() -> paying.question(person, chatId)));
        var message = paid.of(() -> chats.ask(person, chatId, question, Note.NONE, event -> {
            if (event instanceof ChatEvent.Sources sources)
                retrieved.set(sources.passages().size());
        }));
        return new Answered(message.orElseThrow(() -> SpaSessions.absent(chatId.toString())), retrieved.get());
    }

    public Response message(Call call) {
        var fields = SpaFields.of(call);
        var id = fields.text("session_id", LONGEST_ID);
        var text = fields.text("message", LONGEST_MESSAGE);
        var some = documents(fields);
        var person = Asker.person(call.caller());
        var chat = fields.into(() -> sessions.find(person, id));
        var selection = new Selection(person.tenant(), some, Traits.ANY, Place.ANYWHERE);
        return told(answer(person, chat.chatId(), text, selection), text);
    }

    private static Response told(Answered answered, String text) {
        var message = answered.message();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("tokens_used", SpaSessions.tokens(message));
        metadata.put("chunks_retrieved", answered.retrieved());
        metadata.put("chunks_used", message.citations().size());
        metadata.put("search_query", message.query().orElse(text));
        var told = new LinkedHashMap<String, Object>();
        told.put("success", true);
        told.put("message_id", message.messageId());
        told.put("session_id", message.chatId());
        told.put("role", "assistant");
        told.put("content", SpaSessions.content(message));
        told.put("sources", SpaSessions.sources(message));
        told.put("metadata", metadata);
        told.put("timestamp", message.createdAt());
        return Response.json(200, told);
    }

    /** Of the options, which say nothing else that counts here: the documents to answer from; none are all. */
    private static Optional<Set<UUID>> documents(SpaFields fields) {
        var options = fields.object("options");
        option(fields, options, "max_sources", JsonNode::isIntegralNumber, "int_parsing", "must be a whole number");
        option(fields, options, "include_context", JsonNode::isBoolean, "bool_type", "must be true or false");
        option(fields, options, "document_filter", JsonNode::isArray, "list_type", "must be a list");
        var filter = options.path("document_filter");
        if (!filter.isArray() || filter.isEmpty()) return Optional.empty();
        var ids = new HashSet<UUID>();
        for (var one : filter) ids.add(id(fields, one));
        if (filter.size() > MOST_DOCUMENTS)
            fields.complain("too_long", "options", "document_filter has more than 100 ids", filter.size(), ids);
        return Optional.of(ids);
    }

    private static void option(
            SpaFields fields, JsonNode options, String name, Predicate<JsonNode> right, String type, String why) {
        var given = options.path(name);
        if (given.isMissingNode() || given.isNull() || right.test(given)) return;
        fields.complaints().add(type, List.of("body", "options", name), why, given, given);
    }

    private static UUID id(SpaFields fields, JsonNode one) {
        try {
            return UUID.fromString(one.asText());
        } catch (IllegalArgumentException notAnId) {
            return fields.complain(
                    "value_error", "options", "document_filter must hold ids of documents", one, new UUID(0, 0));
        }
    }
}
