package kb.documents;

/** How much of a tenant search finds. */
public record Visible(long documents, long chunks) {
    static final Visible NOTHING = new Visible(0, 0);

    static Visible of(Document document) {
        return new Visible(1, document.state().progress().chunks());
    }

    Visible and(Visible other) {
        return new Visible(documents + other.documents, chunks + other.chunks);
    }
}
