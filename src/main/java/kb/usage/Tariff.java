package kb.usage;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What models are there, what they cost, and what may be spent in a month.
 *
 * @param chatModel absent where answers are made of quotes
 * @param embeddingModel absent where one in the process does
 * @param personNanos for each person, in nano-dollars
 * @param tenantNanos for all people of a tenant together
 */
public record Tariff(
        Prices prices,
        Optional<String> chatModel,
        Optional<String> embeddingModel,
        OptionalLong personNanos,
        OptionalLong tenantNanos) {
    /** Nothing costs anything. */
    public static final Tariff FREE =
            new Tariff(Prices.NONE, Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** More than a question takes with all its passages and a long answer. */
    private static final long READ = 16_000;

    private static final long WRITTEN = 4_000;

    /** In dollars, of a text by the chat model. */
    public double dollars(long read, long written) {
        return Prices.dollars(
                chatModel.map(model -> prices.nanos(model, read, written)).orElse(0L));
    }

    /** What a question may cost. @param answered by the chat model, or only searched for */
    long reservation(boolean answered) {
        var embedding =
                embeddingModel.map(model -> prices.nanos(model, READ, 0)).orElse(0L);
        var answer = chatModel.filter(_ -> answered).map(model -> prices.nanos(model, READ, WRITTEN));
        return embedding + answer.orElse(0L);
    }
}
