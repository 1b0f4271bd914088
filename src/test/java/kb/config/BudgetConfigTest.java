package kb.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kb.usage.Tariff;
import org.junit.jupiter.api.Test;

class BudgetConfigTest {
    private static String complaint(Map<String, String> variables) {
        return assertThrows(InvalidConfiguration.class, () -> Config.from(variables))
                .getMessage();
    }

    @Test
    void without_a_setting_nothing_costs_anything() {
        assertEquals(Tariff.FREE, Config.from(Map.of()).tariff());
    }

    @Test
    void budgets_are_dollars_a_month() {
        var tariff = Config.from(Map.of(
                        "OPENAI_MODEL", "small",
                        "OPENAI_API_KEY", "k",
                        "MODEL_PRICES", "small=0.15/0.60",
                        "BUDGET_USD_PER_USER", "0.5",
                        "BUDGET_USD_PER_TENANT", "20"))
                .tariff();
        assertEquals(Optional.of("small"), tariff.chatModel());
        assertEquals(OptionalLong.of(500_000_000), tariff.personNanos());
        assertEquals(OptionalLong.of(20_000_000_000L), tariff.tenantNanos());
        assertEquals(0.00075, tariff.dollars(1_000, 1_000));
    }

    @Test
    void a_budget_needs_the_prices_of_its_models() {
        assertEquals(
                "a budget needs the price of the OPENAI_MODEL: add it to MODEL_PRICES",
                complaint(Map.of("OPENAI_MODEL", "m", "OPENAI_API_KEY", "k", "BUDGET_USD_PER_USER", "5")));
        assertEquals(
                "a budget needs the price of the OPENAI_MINI_MODEL: add it to MODEL_PRICES",
                complaint(Map.of("OPENAI_MINI_MODEL", "m", "OPENAI_API_KEY", "k", "BUDGET_USD_PER_USER", "5")));
    }

    @Test
    void a_budget_that_has_no_room_for_one_question_is_none() {
        assertEquals(
                "BUDGET_USD_PER_TENANT must be 0 or at least 0.024000, which a question sets aside at these MODEL_PRICES",
                complaint(priced("BUDGET_USD_PER_TENANT", "0.0239")));
        assertEquals(
                "BUDGET_USD_PER_USER must be 0 or at least 0.024000, which a question sets aside at these MODEL_PRICES",
                complaint(priced("BUDGET_USD_PER_USER", "0.01")));
        for (var enough : new String[] {"0.024", "0"}) Config.from(priced("BUDGET_USD_PER_USER", enough));
    }

    private static Map<String, String> priced(String budget, String dollars) {
        return Map.of("OPENAI_MODEL", "m", "OPENAI_API_KEY", "k", "MODEL_PRICES", "m=1/2", budget, dollars);
    }

    @Test
    void what_is_no_amount_is_told_what_it_must_be() {
        for (var wrong : new String[] {"5$", "-1", "1e3", "5,00"}) {
            assertEquals(
                    "BUDGET_USD_PER_TENANT must be dollars a month, such as 5 or 0.50",
                    complaint(Map.of("BUDGET_USD_PER_TENANT", wrong)));
        }
        assertEquals(
                "MODEL_PRICES must be models with dollars for a million tokens read and written, such as small=0.15/0.60, embed=0.02",
                complaint(Map.of("MODEL_PRICES", "free")));
    }
}
