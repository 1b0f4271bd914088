package kb.usage;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What models are there, what they cost, and what may be spent in a month.
 *
 * @param chatModel absent where answers are made of quotes
 * @param miniModel absent where follow-up questions are understood by rule
 * @param embeddingModel absent where one in the process does
 * @param personNanos for each person, in nano-dollars
 * @param tenantNanos for all people of a tenant together
 */
public record Tariff(
        Prices prices,
        Optional<String> chatModel,
        Optional<String> miniModel,
        Optional<String> embeddingModel,
        OptionalLong personNanos,
        OptionalLong tenantNanos) {
    /** Nothing costs anything. */
    public static final Tariff FREE = new Tariff(
            Prices.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    /** More than a question takes with all its passages. */
    private static final long READ = 16_000;

    /** In dollars, of a text by the chat model. */
    public double dollars(long read, long written) {
        return Prices.dollars(
                chatModel.map(model -> prices.nanos(model, read, written)).orElse(0L));
    }

    /** The same where this model embeds unless another one is named. */
    public Tariff embeddingBy(String usual) {
        var model = embeddingModel.or(() -> Optional.of(usual));
        return new Tariff(prices, chatModel, miniModel, model, personNanos, tenantNanos);
    }

    /** What a search may cost. */
    long search() {
        return nanos(embeddingModel, 0);
    }

    /** What a question in a chat may cost, in nano-dollars. */
    public long question() {
        return search() + nanos(miniModel, Spending.LONGEST_TEXT) + nanos(chatModel, Spending.LONGEST_TEXT);
    }

    private long nanos(Optional<String> model, long written) {
        return model.map(name -> prices.nanos(name, READ, written)).orElse(0L);
    }
}
