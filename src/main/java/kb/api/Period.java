package kb.api;

import java.time.Duration;
import java.time.Instant;
import kb.activity.Tallies;
import kb.activity.Tally;
import kb.http.Call;

/**
 * A time that ends now.
 *
 * @param name as it was asked for
 * @param since it begins on five full minutes
 */
record Period(String name, Instant since) {
    private static final int LONGEST_NAME = 100;

    /** Of the query's {@code period}; a word that is none of ours is a day, as the service before had it. */
    static Period parse(Call call, Tallies tallies) {
        var query = call.query();
        var name = query.optionalText("period", LONGEST_NAME).orElse("24h");
        return query.into(() -> new Period(name, tallies.since(length(name))));
    }

    static Period hours(int hours, Tallies tallies) {
        return new Period(hours + "h", tallies.since(Duration.ofHours(hours)));
    }

    private static Duration length(String name) {
        return switch (name) {
            case "1h" -> Duration.ofHours(1);
            case "6h" -> Duration.ofHours(6);
            case "7d" -> Duration.ofDays(7);
            case "30d" -> Duration.ofDays(30);
            default -> Duration.ofDays(1);
        };
    }

    Tally count(Call call, Tallies tallies) {
        return tallies.count(Asker.tenant(call.caller()), since);
    }
}
