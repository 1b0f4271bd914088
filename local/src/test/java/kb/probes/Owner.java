package kb.probes;

import static kb.probes.Secret.Note.BEING_ERASED;
import static kb.probes.Secret.Note.ERASED;
import static kb.probes.Secret.Note.OF_CHATS;
import static kb.probes.Secret.Note.OF_DOCUMENTS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kb.Pdfs;
import kb.probes.Secret.Kind;
import kb.probes.Secret.Note;

/** The person whose things all strangers are after: documents and chats in every state, each with words of its own. */
final class Owner {
    private final Caller caller;
    private final Controlled app;
    private final Words words;
    private final List<Secret> secrets = new ArrayList<>();
    private final Map<Note, List<String>> planted = new EnumMap<>(Note.class);
    private final List<String> kept = new ArrayList<>();

    Owner(Controlled app, Caller caller, Words words, String tenant, String user) {
        this.app = app;
        this.caller = caller;
        this.words = words;
        for (var note : Note.values()) planted.put(note, new ArrayList<>());
        planted.get(OF_DOCUMENTS).addAll(List.of(tenant, user));
        secrets.add(Secret.word(Kind.NAME, tenant, tenant, OF_DOCUMENTS));
        secrets.add(Secret.word(Kind.NAME, user, user, OF_DOCUMENTS));
    }

    List<Secret> secrets() {
        return secrets;
    }

    /** Words that stand in the owner's things of this kind only, and the ids of these things. */
    List<String> planted(Note note) {
        return planted.get(note);
    }

    void settle() throws Exception {
        var live = document("", OF_DOCUMENTS);
        caller.upload(planted("", OF_DOCUMENTS) + ".pdf", "", Pdfs.of(live.sentence()));
        var old = document("", OF_DOCUMENTS);
        document(old.filename(), OF_DOCUMENTS);
        failed();
        var erasing = document("", BEING_ERASED);
        var erased = document("", ERASED);
        for (var one : List.of(live, old)) kept.addAll(paths("/documents/" + one.id(), "", "/versions", "/chunks"));
        chats(live.guess());
        for (var path : List.of("/documents/" + old.id() + "/versions", "/documents", "/documents?order=oldest"))
            cursor(path, OF_DOCUMENTS);
        caller.send("DELETE", "/documents/" + erased.id(), Map.of());
        app.withoutDeletion(() -> caller.send("DELETE", "/documents/" + erasing.id(), Map.of()));
    }

    /** One more document, which waits, like all that come after it. */
    void goOn() throws Exception {
        app.stopWorking();
        document("", OF_DOCUMENTS);
    }

    private record Settled(String id, String filename, String sentence, String guess) {}

    /** A document with a word to guess and words nobody would. @param instead of what, or of nothing */
    private Settled document(String instead, Note note) throws Exception {
        var guess = words.next();
        var sentence = "The %s is kept by %s in the library. Every %s is a good %s."
                .formatted(guess, planted("", note), guess, guess);
        var word = words.next();
        var filename = instead.isEmpty() ? word + ".pdf" : instead;
        var id = caller.upload(filename, "&replace=true", Pdfs.of(sentence));
        described(id, note);
        secrets.add(Secret.word(Kind.WORD, guess, guess, note));
        secrets.add(Secret.word(Kind.CONTENT, sentence, guess, note));
        if (instead.isEmpty()) secrets.add(Secret.word(Kind.NAME, filename, word, note));
        for (var chunk : caller.get("/documents/" + id + "/chunks").get("items"))
            id(Kind.CHUNK, chunk.get("chunk_id").textValue(), note);
        return new Settled(id, filename, sentence, guess);
    }

    private void described(String id, Note note) throws Exception {
        id(Kind.DOCUMENT, id, note);
        var tag = words.next();
        secrets.add(Secret.word(Kind.NAME, tag, tag, note));
        caller.send("PATCH", "/documents/" + id, Map.of("title", planted("About ", note), "tags", List.of(tag)));
    }

    private void failed() throws Exception {
        var locked = Pdfs.locked("a password", planted("The key is ", OF_DOCUMENTS));
        var id = caller.upload(planted("", OF_DOCUMENTS) + ".pdf", "", locked);
        described(id, OF_DOCUMENTS);
        kept.addAll(paths("/documents/" + id, "", "/versions", "/chunks"));
    }

    private void chats(String guess) throws Exception {
        for (int i = 0; i < 3; i++) {
            var chat = caller.chat();
            caller.ask(chat, "Who keeps the " + guess + planted(" and the ", OF_CHATS) + "?");
            caller.ask(chat, planted("And what of ", OF_CHATS) + "?");
            if (i > 0) caller.send("PATCH", "/chats/" + chat, Map.of("title", planted("Of ", OF_CHATS)));
            var note = i == 2 ? ERASED : OF_CHATS;
            id(Kind.CHAT, chat, note);
            for (var message : caller.get("/chats/" + chat + "/messages").get("items"))
                id(Kind.MESSAGE, message.get("message_id").textValue(), note);
            cursor("/chats/" + chat + "/messages", note);
            cursor("/chats", OF_CHATS);
            if (note == OF_CHATS) kept.addAll(paths("/chats/" + chat, "", "/messages", "/export?format=json"));
            else caller.send("DELETE", "/chats/" + chat, Map.of());
        }
    }

    private void cursor(String path, Note note) throws Exception {
        var separator = path.contains("?") ? "&" : "?";
        var next = caller.get(path + separator + "limit=1").get("next_cursor");
        if (!next.isNull()) secrets.add(Secret.cursor(next.textValue(), note));
    }

    private void id(Kind kind, String id, Note note) {
        secrets.add(Secret.id(kind, id, note));
        planted.get(note).add(id);
    }

    /** A new word behind this text. */
    private String planted(String before, Note note) {
        var word = words.next();
        planted.get(note).add(word);
        return before + word;
    }

    private static List<String> paths(String base, String... behind) {
        return Arrays.stream(behind).map(base::concat).toList();
    }

    /** What the owner sees of what is theirs. */
    List<JsonNode> view() throws Exception {
        var seen = new ArrayList<JsonNode>();
        for (var path : kept) seen.add(caller.get(path));
        return seen;
    }
}
