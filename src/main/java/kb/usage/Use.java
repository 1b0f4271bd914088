package kb.usage;

/**
 * One call of a model.
 *
 * @param estimated the provider did not say how many tokens it took, so they are counted by characters
 */
public record Use(Stage stage, String model, long read, long written, boolean estimated) {
    /** English has about four characters a token. */
    private static final int CHARACTERS = 4;

    /** When the provider says nothing. */
    public static Use estimated(Stage stage, String model, long charactersRead, long charactersWritten) {
        return new Use(
                stage,
                model,
                Math.ceilDiv(charactersRead, CHARACTERS),
                Math.ceilDiv(charactersWritten, CHARACTERS),
                true);
    }
}
