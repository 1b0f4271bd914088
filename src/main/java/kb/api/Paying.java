package kb.api;

import java.util.Optional;
import java.util.UUID;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.people.Person;
import kb.usage.Accounts;
import kb.usage.Spending;

/** Lets models be asked while the month's budget lasts. */
public final class Paying {
    private final Accounts accounts;

    public Paying(Accounts accounts) {
        this.accounts = accounts;
    }

    public Spending question(Person person, UUID chatId) {
        return orExhausted(accounts.question(person, chatId));
    }

    public Spending search(Person person) {
        return orExhausted(accounts.search(person));
    }

    private Spending orExhausted(Optional<Spending> spending) {
        return spending.orElseThrow(() -> {
            var left = accounts.untilNextMonth().toSeconds();
            return new ProblemException(new Problem.BudgetExhausted(Math.toIntExact(Math.max(1, left))));
        });
    }
}
