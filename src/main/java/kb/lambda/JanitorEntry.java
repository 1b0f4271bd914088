package kb.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.Map;
import kb.Production;
import kb.Rounds;
import kb.config.Config;

/** Called each minute by a schedule. */
public final class JanitorEntry implements RequestHandler<Map<String, Object>, Void> {
    /** Ends before the next round begins, or two of them would make the same change. */
    private static final Duration ROUND = Duration.ofSeconds(45);

    private final Rounds rounds;

    public JanitorEntry() {
        this(Production.rounds(Config.from(System.getenv())));
    }

    public JanitorEntry(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Void handleRequest(Map<String, Object> event, Context context) {
        rounds.run(ROUND);
        return null;
    }
}
