package kb.outside;

/** Something that can tell whether it works. */
public interface Health {
    Part part();

    /** @throws Unavailable when it does not */
    void check();
}
