package kb.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import kb.chat.Chat;
import kb.chat.ChatEvent;
import kb.chat.ChatService;
import kb.chat.LastTurn;
import kb.chat.Message;
import kb.chat.Question;
import kb.chat.Turns;
import kb.http.Call;
import kb.http.Event;
import kb.http.Json;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.people.Person;
import kb.repeats.Note;

/** {@link ChatService} in HTTP's words. A chat is seen by the person who created it and by nobody else. */
public final class ChatsApi {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MESSAGE = 10_000;
    private static final int TRY_AGAIN_SECONDS = 2;

    private final ChatService service;
    private final Turns turns;
    private final Paying paying;

    public ChatsApi(ChatService service, Turns turns, Paying paying) {
        this.service = service;
        this.turns = turns;
        this.paying = paying;
    }

    record ChatJson(UUID chatId, Optional<String> title, Instant createdAt, Instant updatedAt, int messageCount) {
        static ChatJson of(Chat chat) {
            return new ChatJson(chat.chatId(), chat.title(), chat.createdAt(), chat.updatedAt(), chat.messageCount());
        }
    }

    Response create(Call call) {
        var title = call.request().body().isEmpty() ? Optional.<String>empty() : title(call);
        var chat = service.create(Asker.person(call.caller()), title);
        return Response.json(201, ChatJson.of(chat)).with("location", "/chats/" + chat.chatId());
    }

    private static Optional<String> title(Call call) {
        var fields = call.fields();
        var title = fields.optionalText("title", LONGEST_TITLE);
        return fields.into(() -> title);
    }

    Response list(Call call) {
        var query = ListQuery.parse(call);
        var chats = service.list(Asker.person(call.caller()), query.limit(), query.cursor());
        return Response.json(
                200, new Listing(chats.items().stream().map(ChatJson::of).toList(), chats.cursor()));
    }

    Response deleteAll(Call call) {
        return Response.json(200, Map.of("deleted", service.deleteAll(Asker.person(call.caller()))));
    }

    Response get(Call call) {
        return Response.json(200, ChatJson.of(chat(call)));
    }

    Response rename(Call call) {
        var id = call.id("chat_id", "chat");
        var fields = call.fields();
        var title = fields.text("title", LONGEST_TITLE);
        var wanted = fields.into(() -> title);
        var chat = service.rename(Asker.person(call.caller()), id, wanted);
        return Response.json(200, ChatJson.of(chat.orElseThrow(() -> absent(id))));
    }

    Response delete(Call call) {
        var id = call.id("chat_id", "chat");
        if (!service.delete(Asker.person(call.caller()), id)) throw absent(id);
        return Response.empty(204);
    }

    Response messages(Call call) {
        var query = ListQuery.parse(call);
        var chat = chat(call);
        var messages = service.messages(Asker.person(call.caller()), chat.chatId(), query.limit(), query.cursor());
        return Response.json(200, new Listing(messages.items(), messages.cursor()));
    }

    /** One answer, as JSON or told while it is made: the same message either way. */
    Response ask(Call call, Note note) {
        var question = question(call);
        var chat = chat(call);
        var person = Asker.person(call.caller());
        var turn = turn(call, chat.chatId());
        var paid = new PaidTurn(turn, turn.unless(() -> paying.question(person, chat.chatId())));
        return told(
                call,
                listener -> paid.of(() -> service.ask(person, chat.chatId(), question, note, listener)
                        .orElseThrow(() -> absent(chat.chatId()))));
    }

    /** The last answer made anew, told as the first one was. */
    Response askAgain(Call call, Note note) {
        var messageId = call.id("message_id", "answer");
        refuseFields(call);
        var chat = chat(call);
        var person = Asker.person(call.caller());
        var turn = turn(call, chat.chatId());
        var last = turn.unless(() -> last(person, chat, messageId));
        var paid = new PaidTurn(turn, turn.unless(() -> paying.question(person, chat.chatId())));
        return told(
                call,
                listener -> paid.of(
                        () -> service.askAgain(person, last, note, listener).orElseThrow(() -> absent(chat.chatId()))));
    }

    /** It is asked again as it was asked: nothing can be said to that. */
    private static void refuseFields(Call call) {
        if (!call.request().body().isEmpty()) call.fields().into(() -> call);
    }

    private LastTurn last(Person person, Chat chat, UUID messageId) {
        return service.lastTurn(person, chat.chatId())
                .filter(turn -> turn.answer().messageId().equals(messageId))
                .orElseThrow(() -> notLast(person, chat, messageId));
    }

    private ProblemException notLast(Person person, Chat chat, UUID messageId) {
        var id = messageId.toString();
        var there = service.answer(person, chat.chatId(), messageId).isPresent();
        return new ProblemException(there ? new Problem.NotLastAnswer(id) : new Problem.NotFound("answer", id));
    }

    /** A stream is run by whoever sends it, if nothing comes between. */
    private Turns.Turn turn(Call call, UUID chatId) {
        var tenant = Asker.tenant(call.caller());
        var turn = streamed(call) ? turns.promise(tenant, chatId) : turns.begin(tenant, chatId);
        return turn.orElseThrow(() -> busy(chatId));
    }

    private static boolean streamed(Call call) {
        return call.request().prefers("text/event-stream", "application/json");
    }

    /** The answer as it is stored now: a document that was erased meanwhile is not quoted again. */
    Response answered(Call call, Map<String, String> noted) {
        var chat = chat(call);
        var answer = service.again(Asker.person(call.caller()), chat.chatId(), noted)
                .orElseThrow(() -> absent(chat.chatId()));
        return told(call, answer::retell);
    }

    private static Response told(Call call, Function<Consumer<ChatEvent>, Message> teller) {
        if (streamed(call)) {
            return Response.events(AnswerStream.of(teller, event -> List.of(wire(event))));
        }
        return Response.json(200, teller.apply(_ -> {}));
    }

    private static Event wire(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Status status -> new Event("status", Json.write(status));
            case ChatEvent.Sources sources -> new Event("sources", Json.write(sources));
            case ChatEvent.Text text -> new Event("text", Json.write(text));
            case ChatEvent.Cited(var citation) -> new Event("citation", Json.write(citation));
            case ChatEvent.Pulse() -> Event.PULSE;
            case ChatEvent.Done(var message) -> new Event("done", Json.write(message));
        };
    }

    private static Question question(Call call) {
        var fields = call.fields();
        var text = fields.text("message", LONGEST_MESSAGE);
        var selection = Filters.selection(fields, call.caller());
        var strict = fields.flag("strict", false);
        return fields.into(() -> new Question(text, selection, strict));
    }

    private Chat chat(Call call) {
        var id = call.id("chat_id", "chat");
        return service.find(Asker.person(call.caller()), id).orElseThrow(() -> absent(id));
    }

    private static ProblemException busy(UUID id) {
        return new ProblemException(new Problem.TurnInProgress(id.toString(), TRY_AGAIN_SECONDS));
    }

    private static ProblemException absent(UUID id) {
        return new ProblemException(new Problem.NotFound("chat", id.toString()));
    }
}
