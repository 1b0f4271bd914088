package kb.probes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Something a stranger might ask for.
 *
 * @param text an id, a cursor, a name or a word that exists
 * @param nobodys one of the same kind that nobody has, and as like it as can be
 * @param note what became of it
 */
record Secret(Kind kind, String text, String nobodys, Note note) {
    enum Kind {
        DOCUMENT,
        CHUNK,
        CHAT,
        MESSAGE,
        CURSOR,
        NAME,
        WORD,
        CONTENT
    }

    /** What a colleague in the same tenant may not know of either is a chat's, or gone. */
    enum Note {
        OF_DOCUMENTS,
        OF_CHATS,
        BEING_ERASED,
        ERASED
    }

    static Secret id(Kind kind, String id, Note note) {
        return new Secret(kind, id, otherEnd(id), note);
    }

    /** A cursor of ours is a sort key, whose end is an id or a number behind a hash. */
    static Secret cursor(String cursor, Note note) {
        if (cursor.matches("[0-9]+")) return new Secret(Kind.CURSOR, cursor, cursor, note);
        var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        var version = key.lastIndexOf('#') > key.indexOf('#') ? key.substring(key.lastIndexOf('#')) : "";
        var other = otherEnd(key.substring(0, key.length() - version.length())) + version;
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8));
        return new Secret(Kind.CURSOR, cursor, encoded, note);
    }

    static Secret word(Kind kind, String text, String word, Note note) {
        return new Secret(kind, text, text.replace(word, Words.nobodys(word)), note);
    }

    /** The last character another: such an id lies beside the one that exists. */
    private static String otherEnd(String id) {
        var last = id.length() - 1;
        return id.substring(0, last) + (id.charAt(last) == '0' ? '1' : '0');
    }
}
