package kb.ingest;

/** What became of a piece of work. */
public enum Result {
    /** Nothing is left to do. */
    DONE,
    /** Time was over before the work was done: send it again at once. */
    MORE,
    /** Something is in the way, such as a part of the outside world that is down: send the work again in a while. */
    LATER
}
