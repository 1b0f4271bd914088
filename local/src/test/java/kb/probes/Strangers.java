package kb.probes;

import static kb.probes.Secret.Note.BEING_ERASED;
import static kb.probes.Secret.Note.ERASED;
import static kb.probes.Secret.Note.OF_CHATS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kb.Pdfs;
import kb.http.Access;
import kb.probes.Secret.Kind;
import kb.probes.Secret.Note;
import kb.probes.Stranger.Circle;

/** Everybody who might ask for the owner's things, each with a document and a chat of their own to ask from. */
final class Strangers {
    private static final String OTHER_TENANT = "harbour";
    private static final String NEW_TENANT = "newcomers";
    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";
    private static final Map<String, Access> ROLES =
            Map.of("user", Access.READER, "manager", Access.WRITER, "admin", Access.ADMIN);

    private final Controlled app;
    private final Owner owner;
    private final String tenant;
    private final String user;
    private final List<Stranger> strangers = new ArrayList<>();

    Strangers(Controlled app, Owner owner, String tenant, String user) {
        this.app = app;
        this.owner = owner;
        this.tenant = tenant;
        this.user = user;
    }

    List<Stranger> settle() throws Exception {
        var theirs = document(OTHER_TENANT, "anchor.pdf", guesses() + " are by the anchor. An anchor lies here.");
        var ours = document(tenant, "pantry.pdf", "The anchor of the pantry is in the cellar.");
        for (var role : List.of("user", "manager", "admin")) {
            outsider(role, "sailor-" + role, theirs);
            settled(Circle.COLLEAGUE, tenant, "cook-" + role, role, ours, hidden(OF_CHATS, BEING_ERASED, ERASED));
        }
        outsider("admin", user, theirs);
        settled(Circle.SELF, tenant, user, "admin", ours, hidden(BEING_ERASED, ERASED));
        var tokens = app.tokens();
        nobody("without a token", Map.of());
        nobody("with a token that is over", tokens.expired(tenant, user, "admin"));
        nobody("with a token that somebody else signed", tokens.foreign(tenant, user, "admin"));
        return strangers;
    }

    /** All words to guess and those that nobody has, once each: what other tenants have must not change their weight. */
    private String guesses() {
        var text = new StringBuilder();
        for (var secret : owner.secrets()) {
            if (secret.kind() != Kind.WORD) continue;
            text.append(secret.text()).append(' ').append(secret.nobodys()).append('\n');
        }
        return text.toString();
    }

    private String document(String tenant, String filename, String text) throws Exception {
        var master = new Caller(app, app.tokens().of(tenant, "master", "admin"));
        var id = master.upload(filename, "", Pdfs.of(text));
        master.upload("second " + filename, "", Pdfs.of("The second anchor is another."));
        return id;
    }

    private void outsider(String role, String name, String document) throws Exception {
        var hidden = hidden(Note.values());
        hidden.remove(name);
        settled(Circle.OUTSIDER, OTHER_TENANT, name, role, document, hidden);
    }

    private void settled(Circle circle, String tenant, String name, String role, String document, List<String> hidden)
            throws Exception {
        var headers = app.tokens().of(tenant, name, role);
        var caller = new Caller(app, headers);
        var own = own(document, caller.chat());
        caller.chat();
        strangers.add(new Stranger(
                circle + " " + name + " with the role " + role,
                circle,
                ROLES.get(role),
                headers,
                number -> circle == Circle.OUTSIDER
                        ? app.tokens().of(NEW_TENANT + number, name, role)
                        : app.tokens().of(tenant, name + number, role),
                own,
                hidden));
    }

    private void nobody(String name, Map<String, String> headers) {
        strangers.add(new Stranger(
                name,
                Circle.NOBODY,
                Access.PUBLIC,
                headers,
                _ -> headers,
                own(NOTHING, NOTHING),
                hidden(Note.values())));
    }

    private static Map<String, String> own(String document, String chat) {
        return Map.of(
                "document_id", document,
                "doc_id", document,
                "chat_id", chat,
                "session_id", chat,
                "message_id", NOTHING,
                "file_name", "second%20anchor.pdf",
                "page", "1",
                "build", "0",
                "file", "page.css");
    }

    private List<String> hidden(Note... notes) {
        var hidden = new ArrayList<String>();
        for (var note : notes) hidden.addAll(owner.planted(note));
        return hidden;
    }
}
