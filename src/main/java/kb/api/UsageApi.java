package kb.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
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
        return Response.json(
                200,
                new UsageJson(
                        month.ends(),
                        sums.calls(),
                        new Tokens(sums.read(), sums.written()),
                        new Tokens(sums.estimatedRead(), sums.estimatedWritten()),
                        Prices.dollars(sums.nanos()),
                        dollars(month.nanos()),
                        dollars(month.left())));
    }

    private static Optional<Double> dollars(OptionalLong nanos) {
        return nanos.isPresent() ? Optional.of(Prices.dollars(nanos.getAsLong())) : Optional.empty();
    }
}
