package kb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Order;
import org.junit.jupiter.api.Test;

/** With a model of a dollar for a million tokens read and two for a million written, a question sets 0.024 dollars aside. */
class AccountsTest {
    private static final long SET_ASIDE = 24_000_000;
    private static final Tenant ACME = new Tenant("acme");
    private static final Person WREN = new Person(ACME, "wren", "Wren");
    private static final Person ROBIN = new Person(ACME, "robin", "Robin");
    private static final UUID CHAT = new UUID(1, 1);
    private static final UUID DOCUMENT = new UUID(2, 2);

    private final MovableClock clock = new MovableClock();
    private final MemoryTable table = new MemoryTable(clock);

    private Accounts accounts(OptionalLong person, OptionalLong tenant) {
        var prices = Prices.parse("m=1/2").orElseThrow();
        var tariff = new Tariff(prices, Optional.of("m"), Optional.empty(), Optional.empty(), person, tenant);
        return new Accounts(table, tariff, UUID::randomUUID, clock);
    }

    private static Integer answer(Spending spending, long read, long written) {
        return spending.of(() -> {
            Spending.report(new Use(Stage.ANSWER, "m", read, written, false));
            return 1;
        });
    }

    @Test
    void sums_are_what_was_reported_and_estimates_stand_apart() {
        var accounts = accounts(OptionalLong.empty(), OptionalLong.empty());
        for (int i = 0; i < 3; i++) answer(accounts.question(WREN, CHAT).orElseThrow(), 100, 20);
        accounts.question(WREN, CHAT).orElseThrow().of(() -> {
            Spending.report(Use.estimated(Stage.ANSWER, "m", 401, 9));
            return 1;
        });
        assertEquals(
                new Ledger.Sums(4, 300, 60, 101, 3, 3 * 140_000 + 107_000),
                accounts.month(WREN).sums());
        assertEquals(new Ledger.Sums(0, 0, 0, 0, 0, 0), accounts.month(ROBIN).sums());
        assertEquals(Instant.parse("2026-02-01T00:00:00Z"), accounts.month(WREN).ends());

        var row = table.query("calls#acme#2026-01", "", Order.ASCENDING, 10, Optional.empty())
                .items();
        assertEquals(4, row.size());
        assertEquals("wren", row.getFirst().text("user"));
        assertEquals(CHAT.toString(), row.getFirst().text("chat_id"));
    }

    @Test
    void a_month_begins_anew() {
        var accounts = accounts(OptionalLong.of(SET_ASIDE), OptionalLong.empty());
        answer(accounts.question(WREN, CHAT).orElseThrow(), 20_000, 0);
        assertEquals(Optional.empty(), accounts.question(WREN, CHAT));
        clock.forward(Duration.between(clock.instant(), Instant.parse("2026-02-01T00:00:00Z")));
        assertEquals(0, accounts.month(WREN).sums().calls());
        assertTrue(accounts.question(WREN, CHAT).isPresent());
    }

    @Test
    void what_was_set_aside_and_not_spent_can_be_spent() {
        var accounts = accounts(OptionalLong.of(SET_ASIDE), OptionalLong.empty());
        var first = accounts.question(WREN, CHAT).orElseThrow();
        assertEquals(Optional.empty(), accounts.question(WREN, CHAT));
        assertThrows(
                ArithmeticException.class,
                () -> first.of(() -> {
                    throw new ArithmeticException();
                }));
        assertTrue(accounts.question(WREN, CHAT).isPresent());
    }

    @Test
    void a_tenants_budget_is_shared_and_a_refusal_takes_nothing_of_anybodys() {
        var accounts = accounts(OptionalLong.of(SET_ASIDE), OptionalLong.of(SET_ASIDE));
        var first = accounts.question(WREN, CHAT).orElseThrow();
        assertEquals(Optional.empty(), accounts.question(ROBIN, CHAT));
        first.end();
        assertTrue(accounts.question(ROBIN, CHAT).isPresent());
        assertTrue(accounts.question(new Person(new Tenant("other"), "wren", "Wren"), CHAT)
                .isPresent());
    }

    @Test
    void documents_count_against_the_budgets_of_tenant_and_uploader_and_are_never_refused() {
        for (var limited : List.of(true, false)) {
            var budget = OptionalLong.of(SET_ASIDE);
            var accounts = limited ? accounts(OptionalLong.empty(), budget) : accounts(budget, OptionalLong.empty());
            for (int i = 0; i < 2; i++) answer(accounts.document(ACME, Optional.of(WREN), DOCUMENT), 24_000, 0);
            assertEquals(Optional.empty(), accounts.question(WREN, CHAT));
            assertEquals(!limited, accounts.question(ROBIN, CHAT).isPresent());
        }
        assertEquals(
                4,
                accounts(OptionalLong.empty(), OptionalLong.empty())
                        .month(WREN)
                        .sums()
                        .calls());
        var row = table.query("calls#acme#2026-01", "", Order.ASCENDING, 1, Optional.empty())
                .items()
                .getFirst();
        assertEquals("wren", row.text("user"));
        assertEquals(DOCUMENT.toString(), row.text("document_id"));
    }

    @Test
    void when_a_model_takes_anothers_place_its_tenant_pays_alone() {
        var accounts = accounts(OptionalLong.of(SET_ASIDE), OptionalLong.empty());
        answer(accounts.document(ACME, Optional.empty(), DOCUMENT), 24_000, 0);
        assertEquals(0, accounts.month(WREN).sums().calls());
        assertTrue(accounts.question(WREN, CHAT).isPresent());
    }

    @Test
    void where_nobody_pays_nothing_is_entered() {
        Spending.report(new Use(Stage.ANSWER, "m", 1, 1, false));
        assertEquals(
                0,
                accounts(OptionalLong.empty(), OptionalLong.empty())
                        .month(WREN)
                        .sums()
                        .calls());
    }
}
