package kb.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What models cost: nano-dollars for a million tokens read and written. A model that is not in it costs nothing. */
public record Prices(Map<String, Price> models) {
    public static final Prices NONE = new Prices(Map.of());

    private static final Pattern ENTRY =
            Pattern.compile("([^\\s=,]+)=(\\d{1,6}(?:\\.\\d{1,9})?)(?:/(\\d{1,6}(?:\\.\\d{1,9})?))?");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    record Price(long read, long written) {}

    public Prices {
        models = Map.copyOf(models);
    }

    /** Such as {@code small=0.15/0.60, embed=0.02}: dollars for a million tokens read and written; empty when it is none. */
    public static Optional<Prices> parse(String text) {
        var prices = new HashMap<String, Price>();
        for (var one : text.split(",", -1)) {
            var entry = ENTRY.matcher(one.strip());
            if (!entry.matches()) return Optional.empty();
            var written = Optional.ofNullable(entry.group(3)).map(Prices::nanos).orElse(0L);
            if (prices.put(entry.group(1), new Price(nanos(entry.group(2)), written)) != null) return Optional.empty();
        }
        return Optional.of(new Prices(prices));
    }

    /** Of an amount in dollars. */
    public static long nanos(String dollars) {
        return new BigDecimal(dollars).multiply(NANOS).longValueExact();
    }

    public static double dollars(long nanos) {
        return BigDecimal.valueOf(nanos).divide(NANOS).doubleValue();
    }

    public boolean has(String model) {
        return models.containsKey(model);
    }

    /** Rounded up to whole nano-dollars. */
    public long nanos(String model, long read, long written) {
        var price = models.get(model);
        if (price == null) return 0;
        return BigDecimal.valueOf(price.read())
                .multiply(BigDecimal.valueOf(read))
                .add(BigDecimal.valueOf(price.written()).multiply(BigDecimal.valueOf(written)))
                .divide(MILLION, 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
