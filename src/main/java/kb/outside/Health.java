package kb.outside;

/** Whether a part of the outside world works. @param check throws {@link Unavailable} when it does not */
public record Health(Part part, Runnable check) {}
