package kb.api;

import java.time.Instant;
import java.util.Optional;
import kb.http.Call;
import kb.http.Response;
import kb.usage.Accounts;
import kb.usage.Prices;

/** What a person's questions took of models in this month. */
public final class UsageApi {
    private final Accounts accounts;

    public UsageApi(Accounts accounts) {
        this.accounts = accounts;
    }

    record Tokens(long prompt, long completion) {}

    record UsageJson(
            Instant until,
            long calls,
            Tokens reported,
            Tokens estimated,
            double costUsd,
            Optional<Double> budgetUsd,
            Optional<Double> leftUsd) {}

    Response usage(Call call) {
        var month = accounts.month(Asker.person(call.caller()));
        var sums = month.sums();
        var budget = month.nanos().isPresent() ? Optional.of(month.nanos().getAsLong()) : Optional.<Long>empty();
        return Response.json(
                200,
                new UsageJson(
                        month.ends(),
                        sums.calls(),
                        new Tokens(sums.read(), sums.written()),
                        new Tokens(sums.estimatedRead(), sums.estimatedWritten()),
                        Prices.dollars(sums.nanos()),
                        budget.map(Prices::dollars),
                        budget.map(nanos -> Prices.dollars(Math.max(0, nanos - sums.nanos())))));
    }
}
