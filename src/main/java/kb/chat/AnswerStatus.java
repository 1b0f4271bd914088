package kb.chat;

/** How a question was answered. */
public enum AnswerStatus {
    /** Every sentence is supported by a quote that was checked. */
    ANSWERED,
    /** Some sentences are. */
    PARTIAL,
    /** The documents say too little about it; no model was asked. */
    NOT_IN_DOCUMENTS,
    /** There is a text, but no quote in it could be found on a page. */
    UNSUPPORTED,
    /** A part of the service was down. */
    FAILED,
    /** The asker went away. */
    ABORTED
}
