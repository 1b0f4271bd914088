package kb.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import kb.usage.Prices;
import kb.usage.Tariff;

/** What models cost and what may be spent in a month. */
final class BudgetConfig {
    private BudgetConfig() {}

    static Tariff from(Settings settings, Config.Models models) {
        var prices = settings.read(
                "MODEL_PRICES",
                Prices.NONE,
                "models with dollars for a million tokens read and written, such as small=0.15/0.60, embed=0.02",
                Prices::parse);
        var person = budget(settings, "BUDGET_USD_PER_USER");
        var tenant = budget(settings, "BUDGET_USD_PER_TENANT");
        if (person.isPresent() || tenant.isPresent()) {
            unpriced(settings, "OPENAI_MODEL", models.chatModel(), prices);
            unpriced(settings, "OPENAI_MINI_MODEL", models.miniModel(), prices);
            unpriced(settings, "EMBEDDING_MODEL", models.embeddingModel(), prices);
        }
        var tariff =
                new Tariff(prices, models.chatModel(), models.miniModel(), models.embeddingModel(), person, tenant);
        tooLittle(settings, "BUDGET_USD_PER_USER", person, tariff.question());
        tooLittle(settings, "BUDGET_USD_PER_TENANT", tenant, tariff.question());
        return tariff;
    }

    /** It would refuse every question; who wants that says 0. */
    private static void tooLittle(Settings settings, String setting, OptionalLong budget, long question) {
        if (budget.isEmpty() || budget.getAsLong() == 0 || budget.getAsLong() >= question) return;
        settings.complain(
                "%s must be 0 or at least %s, which a question sets aside at these MODEL_PRICES"
                        .formatted(setting, BigDecimal.valueOf(question, 9).setScale(6, RoundingMode.CEILING)),
                budget);
    }

    /** A budget that nothing counts against would be none. */
    private static void unpriced(Settings settings, String setting, Optional<String> model, Prices prices) {
        if (model.isEmpty() || prices.has(model.get())) return;
        settings.complain("a budget needs the price of the %s: add it to MODEL_PRICES".formatted(setting), model);
    }

    private static OptionalLong budget(Settings settings, String name) {
        return settings.read(name, OptionalLong.empty(), "dollars a month, such as 5 or 0.50", text -> {
            if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) return Optional.empty();
            return Optional.of(OptionalLong.of(Prices.nanos(text)));
        });
    }
}
