package kb.ingest;

/** What became of a piece of work. */
public enum Result {
    /** Nothing is left to do. */
    DONE,
    /** Something is in the way, such as a part of the outside world that is down: send the work again in a while. */
    LATER
}
