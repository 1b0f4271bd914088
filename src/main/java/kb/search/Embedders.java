package kb.search;

/** The embedding models that indexes are made with. */
public interface Embedders {
    /** The model that is configured: what every index is to be made with. */
    Embedder wanted();

    /** The model of an index, which may be one that was configured before and does not answer any more. */
    Embedder of(Space space);
}
