package kb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kb.chat.Turns;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.usage.Accounts;
import kb.usage.Prices;
import kb.usage.Tariff;
import org.junit.jupiter.api.Test;

class PaidTurnTest {
    private static final Person WREN = new Person(new Tenant("acme"), "wren", "Wren");
    private static final UUID CHAT = new UUID(1, 1);

    private final MovableClock clock = new MovableClock();
    private final MemoryTable table = new MemoryTable(clock);
    private final Turns turns = new Turns(table, UUID::randomUUID, clock);
    private final Accounts accounts = new Accounts(table, enoughForOne(), UUID::randomUUID, clock);

    private static Tariff enoughForOne() {
        var prices = Prices.parse("m=1/2").orElseThrow();
        var budget = OptionalLong.of(24_000_000);
        return new Tariff(prices, Optional.of("m"), Optional.empty(), Optional.empty(), budget, OptionalLong.empty());
    }

    private PaidTurn promised() {
        var turn = turns.promise(WREN.tenant(), CHAT).orElseThrow();
        return new PaidTurn(turn, accounts.question(WREN, CHAT).orElseThrow());
    }

    @Test
    void a_stream_that_comes_too_late_gives_back_what_was_set_aside_for_it() {
        var late = promised();
        clock.forward(Duration.ofSeconds(11));
        turns.begin(WREN.tenant(), CHAT).orElseThrow();
        assertEquals(Optional.empty(), accounts.question(WREN, CHAT));
        assertThrows(Turns.Missed.class, () -> late.of(() -> "told"));
        assertTrue(accounts.question(WREN, CHAT).isPresent());
    }

    @Test
    void one_that_is_told_gives_back_what_it_did_not_take() {
        assertEquals("told", promised().of(() -> "told"));
        assertEquals("told", promised().of(() -> "told"));
    }

    @Test
    void one_that_is_never_sent_gives_it_back_after_six_minutes() {
        promised();
        clock.forward(Duration.ofMinutes(6));
        assertEquals("told", promised().of(() -> "told"));
    }
}
