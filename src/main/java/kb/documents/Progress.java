package kb.documents;

/** How much of a document is done; within one attempt it only grows. */
public record Progress(int pagesDone, int pages, int chunksDone, int chunks) {
    public static final Progress NONE = new Progress(0, 0, 0, 0);

    /** Whether all pages are in storage. */
    public boolean allRead() {
        return pages > 0 && pagesDone == pages;
    }

    /** Whether all chunks are in storage, cut and ready to be indexed. */
    public boolean allCut() {
        return allRead() && chunks > 0;
    }
}
