package kb.api.spa;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.api.Asker;
import kb.chat.ChatService;
import kb.chat.Message;
import kb.http.Call;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.people.Person;

/** What chats took in tokens and dollars: the sums of their messages. */
public final class SpaTotals {
    private final ChatService chats;
    private final SpaSessions sessions;

    public SpaTotals(ChatService chats) {
        this.chats = chats;
        this.sessions = new SpaSessions(chats);
    }

    private record Total(long tokens, BigDecimal dollars) {
        static final Total NONE = new Total(0, BigDecimal.ZERO);

        Total with(Message message) {
            return new Total(
                    tokens + SpaSessions.tokens(message),
                    dollars.add(BigDecimal.valueOf(message.usage().costUsd())));
        }

        Total with(Total other) {
            return new Total(tokens + other.tokens, dollars.add(other.dollars));
        }
    }

    private Total total(Person person, UUID chatId) {
        var sum = new Total[] {Total.NONE};
        sessions.each(person, chatId, message -> sum[0] = sum[0].with(message));
        return sum[0];
    }

    public Response ofSession(Call call) {
        var person = Asker.person(call.caller());
        var id = call.id("session_id", "session");
        var chat = chats.find(person, id)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("session", id.toString())));
        var total = total(person, id);
        var told = new LinkedHashMap<String, Object>();
        told.put("success", true);
        told.put("session_id", id);
        told.put("total_tokens", total.tokens());
        told.put("total_cost_usd", total.dollars());
        told.put("last_update", Optional.of(chat.updatedAt()).filter(_ -> chat.messageCount() > 0));
        return Response.json(200, told);
    }

    public Response ofUser(Call call) {
        var person = Asker.person(call.caller());
        var all = sessions.all(person);
        var total = all.stream().map(chat -> total(person, chat.chatId())).reduce(Total.NONE, Total::with);
        var told = new LinkedHashMap<String, Object>();
        told.put("success", true);
        told.put("user_id", person.id());
        told.put("total_tokens", total.tokens());
        told.put("total_cost_usd", total.dollars());
        told.put("session_count", all.size());
        return Response.json(200, told);
    }

    /** There is no quota of tokens here: budgets are of dollars. */
    public Response quota(Call call) {
        return Response.json(
                200,
                Map.of(
                        "success",
                        true,
                        "quota_enabled",
                        false,
                        "message",
                        "there is no quota of tokens; GET /usage tells what is left of a budget"));
    }
}
