package kb.documents;

/** How far a document has come. */
public enum Status {
    UPLOADING,
    QUEUED,
    PARSING,
    EMBEDDING,
    READY,
    FAILED,
    DELETING;

    /** Whether someone is still to work on it. */
    public boolean isUnfinished() {
        return this == QUEUED || this == PARSING || this == EMBEDDING;
    }
}
