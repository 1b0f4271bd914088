package kb.usage;

import java.time.Clock;
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

    public Accounts(Table table, Tariff tariff, Supplier<UUID> newId, Clock clock) {
        this.ledger = new Ledger(table, tariff.prices(), newId, clock);
        this.budgets = new Budgets(table, new Budgets.Limits(tariff.personNanos(), tariff.tenantNanos()), clock);
        this.tariff = tariff;
    }

    /** For a question in a chat; empty when the budget is used up. */
    public Optional<Spending> question(Person person, UUID chatId) {
        return open(Account.of(person, Optional.of(chatId)), tariff.question());
    }

    /** For a search; empty when the budget is used up. */
    public Optional<Spending> search(Person person) {
        return open(Account.of(person, Optional.empty()), tariff.search());
    }

    /** For a document, which is paid for by its uploader and its tenant, whatever is left. @param uploader absent when nobody uploads it now */
    public Spending document(Tenant tenant, Optional<Person> uploader, UUID documentId) {
        var account = Account.of(tenant, uploader, documentId);
        var unasked = budgets.nothing(account, ledger.month());
        return new Spending(account, ledger, spent -> budgets.settle(unasked, spent));
    }

    private Optional<Spending> open(Account account, long nanos) {
        if (nanos == 0) return Optional.of(new Spending(account, ledger, _ -> {}));
        return budgets.reserve(account, ledger.month(), nanos)
                .map(reserved -> new Spending(account, ledger, spent -> budgets.settle(reserved, spent)));
    }

    /** @param nanos of the person's own budget */
    public record Month(Ledger.Sums sums, OptionalLong nanos, Instant ends) {}

    public Month month(Person person) {
        return new Month(ledger.sums(person), tariff.personNanos(), nextMonth());
    }

    public Instant nextMonth() {
        return ledger.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
