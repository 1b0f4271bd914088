package kb.chat;

/** Who says a message. */
public enum Role {
    USER,
    ASSISTANT
}
