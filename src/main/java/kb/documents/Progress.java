package kb.documents;

/** How much of a document is done; within one attempt it only grows. */
public record Progress(int pagesDone, int pages, int chunksDone, int chunks) {
    public static final Progress NONE = new Progress(0, 0, 0, 0);
}
