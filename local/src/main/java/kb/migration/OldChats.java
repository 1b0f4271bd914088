package kb.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import kb.chat.Inheritance;
import kb.chat.Role;
import kb.migration.Account.Entry;
import kb.migration.Account.Fate;
import kb.people.Person;
import kb.people.Tenant;
import kb.usage.Ledger;
import kb.usage.Stage;
import kb.usage.Use;

/** Takes over the chats of {@code chat_sessions.db}, each with its messages, for the people who had them. */
final class OldChats {
    private static final double NANOS = 1e9;

    private final Tenant tenant;
    private final Inheritance inheritance;
    private final Ledger ledger;
    private final boolean dry;
    private final Account account;

    OldChats(Tenant tenant, Inheritance inheritance, Ledger ledger, boolean dry, Account account) {
        this.tenant = tenant;
        this.inheritance = inheritance;
        this.ledger = ledger;
        this.dry = dry;
        this.account = account;
    }

    void take(OldFile file) {
        file.demand("sessions");
        file.demand("messages");
        var sessions = new LinkedHashMap<String, OldRow>();
        file.each("sessions", "", row -> sessions.put(row.name("session_id"), row));
        var chat = new ArrayList<OldMessage>();
        var of = new AtomicReference<>("");
        file.each("messages", "session_id,", row -> {
            var session = row.text("session_id").orElse("");
            if (!session.equals(of.get()) && !chat.isEmpty()) {
                take(Optional.ofNullable(sessions.remove(of.get())), chat);
                chat.clear();
            }
            of.set(session);
            chat.add(OldMessage.of(row));
        });
        if (!chat.isEmpty()) take(Optional.ofNullable(sessions.remove(of.get())), chat);
        sessions.values().forEach(session -> take(Optional.of(session), List.of()));
    }

    private void take(Optional<OldRow> session, List<OldMessage> messages) {
        if (session.isEmpty()) {
            messages.forEach(
                    message -> leave(message, "its chat is not among the sessions, so nobody knows whose it is"));
            return;
        }
        var owner = session.get().text("user_id");
        if (owner.isEmpty()) {
            var row = session.get();
            var why = "it has no user_id, so nobody could open it";
            account.enter(new Entry(row, row.name("session_id"), Fate.LEFT, "", List.of(why)), row.columns());
            messages.forEach(message -> leave(message, "its chat is not taken over"));
            return;
        }
        take(new Person(tenant, owner.get(), owner.get()), session.get(), messages);
    }

    private void take(Person owner, OldRow session, List<OldMessage> messages) {
        messages.forEach(message -> message.complaint().ifPresent(why -> leave(message, why)));
        var good = messages.stream()
                .filter(message -> message.complaint().isEmpty())
                .toList();
        var chat = OldChat.of(tenant, session, good);
        var fresh =
                dry ? !inheritance.isTaken(owner, chat.heirloom().chatId()) : inheritance.take(owner, chat.heirloom());
        // also of a chat that was taken over before: this may be what an interruption left out
        if (!dry)
            chat.heirloom()
                    .messages()
                    .forEach(said -> entered(owner, chat.heirloom().chatId(), said));
        var fate = fresh ? Fate.TAKEN : Fate.TAKEN_BEFORE;
        var id = chat.heirloom().chatId().toString();
        account.enter(new Entry(session, chat.name(), fate, id, chat.changed()), chat.kept());
        for (int i = 0; i < chat.messages().size(); i++) {
            enter(chat.messages().get(i), fate, chat.heirloom().messages().get(i));
        }
    }

    private void entered(Person owner, UUID chat, Inheritance.Said said) {
        if (said.tokens() == 0 && said.costUsd() == 0) return;
        var use = new Use(Stage.ANSWER, said.model().orElseThrow(), said.tokens(), 0, false);
        var nanos = Math.round(said.costUsd() * NANOS);
        ledger.inherit(kb.usage.Account.of(owner, Optional.of(chat)), use, nanos, said.id(), said.at());
    }

    private void enter(OldMessage message, Fate fate, Inheritance.Said said) {
        var kept = message.kept();
        var plain = said.role() == Role.USER || Inheritance.plain(said.text()).equals(said.text());
        if (!plain) kept.put("content", said.text());
        List<String> changed =
                plain ? List.of() : List.of("what a page could make more of than text is taken out of it");
        account.enter(new Entry(message.row(), message.name(), fate, said.id().toString(), changed), kept);
    }

    private void leave(OldMessage message, String why) {
        Map<String, Object> all = message.row().columns();
        account.enter(new Entry(message.row(), message.name(), Fate.LEFT, "", List.of(why)), all);
    }
}
