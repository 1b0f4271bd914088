package kb.api.spa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kb.api.Asker;
import kb.chat.Chat;
import kb.chat.ChatService;
import kb.http.Call;
import kb.http.Response;

/** Conversations as the app leads them. A chat is seen by the person who began it and by nobody else. */
public final class SpaChats {
    private static final int LONGEST_TITLE = 200;

    private final ChatService chats;
    private final SpaSessions sessions;

    public SpaChats(ChatService chats) {
        this.chats = chats;
        this.sessions = new SpaSessions(chats);
    }

    public Response list(Call call) {
        var query = new SpaQuery(call);
        var limit = query.number("limit", 20);
        var offset = query.number("offset", 0);
        var person = query.into(() -> Asker.person(call.caller()));
        var all = sessions.all(person).stream()
                .sorted(Comparator.comparing(Chat::updatedAt).reversed())
                .toList();
        var shown = all.stream()
                .skip(Math.max(0, offset))
                .limit(limit < 0 ? all.size() : limit)
                .map(chat -> SpaSessions.session(person, chat))
                .toList();
        var list = new LinkedHashMap<String, Object>();
        list.put("success", true);
        list.put("sessions", shown);
        list.put("total", all.size());
        list.put("limit", limit);
        list.put("offset", offset);
        list.put("has_more", Math.max(0, offset) + shown.size() < all.size());
        return Response.json(200, list);
    }

    public Response history(Call call) {
        var query = new SpaQuery(call);
        var limit = query.number("limit", 0);
        var person = query.into(() -> Asker.person(call.caller()));
        var chat = sessions.find(person, id(call));
        var messages = new ArrayList<Map<String, Object>>();
        sessions.each(person, chat.chatId(), message -> messages.add(SpaSessions.message(message)));
        var shown = limit > 0 ? messages.subList(0, Math.min(limit, messages.size())) : messages;
        var history = new LinkedHashMap<String, Object>();
        history.put("success", true);
        history.put("session_id", chat.chatId());
        history.put("session", SpaSessions.session(person, chat));
        history.put("messages", List.copyOf(shown));
        history.put("total_messages", shown.size());
        return Response.json(200, history);
    }

    public Response get(Call call) {
        var person = Asker.person(call.caller());
        var session = SpaSessions.session(person, sessions.find(person, id(call)));
        session.put("success", true);
        return Response.json(200, session);
    }

    public Response rename(Call call) {
        var fields = SpaFields.of(call);
        var title = fields.text("title", LONGEST_TITLE);
        var person = Asker.person(call.caller());
        var chat = fields.into(() -> sessions.find(person, id(call)));
        chats.rename(person, chat.chatId(), title).orElseThrow(() -> SpaSessions.absent(id(call)));
        return Response.json(200, Map.of("success", true, "message", "renamed", "title", title));
    }

    public Response delete(Call call) {
        var person = Asker.person(call.caller());
        if (!chats.delete(person, SpaSessions.id(id(call)))) throw SpaSessions.absent(id(call));
        return Response.json(200, Map.of("success", true, "message", "deleted"));
    }

    private static String id(Call call) {
        return call.parameters().get("session_id");
    }
}
