package kb.chat;

/** What somebody thinks of an answer. */
public enum Rating {
    UP,
    DOWN
}
