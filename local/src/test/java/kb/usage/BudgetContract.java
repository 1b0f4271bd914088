package kb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.Test;

/**
 * What budgets promise, whatever table they are kept in. With a model of a dollar for a million tokens read and two for a million
 * written, a question sets 0.024 dollars aside.
 */
interface BudgetContract {
    long SET_ASIDE = 24_000_000;
    /** What a call takes that reads 10,000 tokens and writes 4,000. */
    long CALL = 18_000_000;

    Person WREN = new Person(new Tenant("acme"), "wren", "Wren");
    Person ROBIN = new Person(new Tenant("acme"), "robin", "Robin");
    UUID CHAT = new UUID(1, 1);
    OptionalLong NO_LIMIT = OptionalLong.empty();

    Table table();

    MovableClock clock();

    /** How many ask at once. */
    default int crowd() {
        return 1_000;
    }

    private Accounts accounts(OptionalLong person, OptionalLong tenant) {
        var prices = Prices.parse("m=1/2").orElseThrow();
        var tariff = new Tariff(prices, Optional.of("m"), Optional.empty(), Optional.empty(), person, tenant);
        return new Accounts(table(), tariff, UUID::randomUUID, clock());
    }

    /** Takes all that it asked for, call after call, and returns how many were let through. */
    private static int calls(Spending spending, int wanted) {
        return spending.of(() -> {
            int made = 0;
            for (; made < wanted && Spending.refusal("m", 10_000, 4_000).isEmpty(); made++)
                Spending.report(new Use(Stage.ANSWER, "m", 10_000, 4_000, false));
            return made;
        });
    }

    @Test
    default void a_crowd_whose_questions_take_more_than_was_set_aside_never_spends_more_than_there_is()
            throws Exception {
        var accounts = accounts(NO_LIMIT, OptionalLong.of(10 * SET_ASIDE));
        var spent = new AtomicLong();
        try (var threads = Executors.newFixedThreadPool(50)) {
            var all = new ArrayList<Callable<Void>>();
            for (int i = 0; i < crowd(); i++) {
                var person = new Person(WREN.tenant(), "user " + i, "U");
                all.add(() -> {
                    accounts.question(person, CHAT).ifPresent(one -> spent.addAndGet(CALL * calls(one, 3)));
                    return null;
                });
            }
            for (var one : threads.invokeAll(all)) one.get();
        }
        assertTrue(spent.get() > 0);
        for (var one = accounts.question(WREN, CHAT); one.isPresent(); one = accounts.question(WREN, CHAT))
            spent.addAndGet(CALL * calls(one.get(), 3));
        assertTrue(spent.get() <= 10 * SET_ASIDE, () -> spent + " were spent");
        assertTrue(spent.get() > 8 * SET_ASIDE, () -> spent + " were spent, and no more could be");
    }

    @Test
    default void what_nobody_gives_back_comes_back_by_itself() {
        var accounts = accounts(OptionalLong.of(SET_ASIDE), NO_LIMIT);
        var lost = accounts.question(WREN, CHAT).orElseThrow();
        clock().forward(Budgets.LONGEST.minusSeconds(2));
        assertEquals(Optional.empty(), accounts.question(WREN, CHAT));
        assertEquals(OptionalLong.of(0), accounts.month(WREN).left());
        clock().forward(Duration.ofSeconds(2));
        assertEquals(OptionalLong.of(SET_ASIDE), accounts.month(WREN).left());
        assertTrue(accounts.question(WREN, CHAT).isPresent());
        lost.end();
        assertEquals(Optional.empty(), accounts.question(WREN, CHAT));
    }

    @Test
    default void further_calls_set_more_aside_while_the_budget_has_it() {
        assertEquals(
                2,
                calls(
                        accounts(OptionalLong.of(2 * SET_ASIDE), NO_LIMIT)
                                .question(WREN, CHAT)
                                .orElseThrow(),
                        9));
        assertEquals(
                1,
                calls(
                        accounts(OptionalLong.of(SET_ASIDE), NO_LIMIT)
                                .question(ROBIN, CHAT)
                                .orElseThrow(),
                        9));
        assertEquals(
                OptionalLong.of(SET_ASIDE - CALL),
                accounts(OptionalLong.of(SET_ASIDE), NO_LIMIT).month(ROBIN).left());
    }

    @Test
    default void a_provider_that_takes_more_than_it_was_let_is_asked_nothing_more() {
        var accounts = accounts(OptionalLong.of(2 * SET_ASIDE), NO_LIMIT);
        accounts.question(WREN, CHAT).orElseThrow().of(() -> {
            Spending.report(new Use(Stage.ANSWER, "m", 16_000, 40_000, false));
            assertTrue(Spending.refusal("m", 1, 1).isPresent());
            return 1;
        });
        assertEquals(Optional.empty(), accounts.question(WREN, CHAT));
        assertEquals(OptionalLong.of(0), accounts.month(WREN).left());
        assertTrue(accounts.question(ROBIN, CHAT).isPresent());
    }

    @Test
    default void what_is_left_is_what_a_question_would_be_let_through_for() {
        for (var tenant : List.of(NO_LIMIT, OptionalLong.of(4 * SET_ASIDE))) {
            var accounts = accounts(OptionalLong.of(10 * SET_ASIDE), tenant);
            calls(accounts.question(ROBIN, CHAT).orElseThrow(), 1);
            calls(accounts.question(WREN, CHAT).orElseThrow(), 1);
            while (accounts.month(WREN).left().orElseThrow() >= SET_ASIDE)
                assertTrue(accounts.question(WREN, CHAT).isPresent());
            assertEquals(Optional.empty(), accounts.question(WREN, CHAT));
            clock().forward(Budgets.LONGEST);
        }
    }

    @Test
    default void what_was_spent_before_there_was_a_budget_counts() {
        calls(accounts(NO_LIMIT, NO_LIMIT).question(WREN, CHAT).orElseThrow(), 3);
        assertEquals(
                Optional.empty(),
                accounts(OptionalLong.of(2 * SET_ASIDE), NO_LIMIT).question(WREN, CHAT));
        assertTrue(accounts(OptionalLong.of(4 * SET_ASIDE), NO_LIMIT)
                .question(WREN, CHAT)
                .isPresent());
    }
}
