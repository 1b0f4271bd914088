package kb.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Table;

/** Opens accounts for what models are asked, inside the month's budgets, and tells what was used. */
public final class Accounts {
    private final Ledger ledger;
    private final Budgets budgets;
    private final Tariff tariff;
    private final Clock clock;

    public Accounts(Table table, Tariff tariff, Supplier<UUID> newId, Clock clock) {
        this.ledger = new Ledger(table, tariff.prices(), newId, clock);
        this.budgets = new Budgets(
                table, ledger, new Budgets.Limits(tariff.personNanos(), tariff.tenantNanos()), newId, clock);
        this.tariff = tariff;
        this.clock = clock;
    }

    /** For a question in a chat; empty when the budget is used up. */
    public Optional<Spending> question(Person person, UUID chatId) {
        return open(person, Optional.of(chatId), tariff.question());
    }

    /** For a search; empty when the budget is used up. */
    public Optional<Spending> search(Person person) {
        return open(person, Optional.empty(), tariff.search());
    }

    /** For a document, which is paid for by its uploader and its tenant, whatever is left. @param uploader absent when nobody uploads it now */
    public Spending document(Tenant tenant, Optional<Person> uploader, UUID documentId) {
        return spending(Account.of(tenant, uploader, documentId), Allowance.UNLIMITED, 0);
    }

    private Optional<Spending> open(Person person, Optional<UUID> chatId, long nanos) {
        var allowance = nanos == 0 ? Optional.of(Allowance.UNLIMITED) : budgets.reserve(person, nanos);
        return allowance.map(held -> spending(Account.of(person, chatId), held, nanos));
    }

    private Spending spending(Account account, Allowance allowance, long nanos) {
        return new Spending(account, ledger, allowance, nanos, this::untilNextMonth);
    }

    /** @param nanos of the person's own budget @param left what a question may still set aside of it, and of the tenant's */
    public record Month(Ledger.Sums sums, OptionalLong nanos, OptionalLong left, Instant ends) {}

    public Month month(Person person) {
        var budget = tariff.personNanos();
        var left = budget.isEmpty() ? budget : OptionalLong.of(Math.max(0, budgets.left(person)));
        return new Month(ledger.sums(person), budget, left, nextMonth());
    }

    public Duration untilNextMonth() {
        return Duration.between(clock.instant(), nextMonth());
    }

    public Instant nextMonth() {
        return ledger.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
