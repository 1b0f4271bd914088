package kb.api;

import java.util.function.Supplier;
import kb.chat.Turns;
import kb.usage.Spending;

/** A turn of a chat and the money for it: when it is over, or comes too late, what was set aside is given back. */
public record PaidTurn(Turns.Turn turn, Spending spending) {
    public <T> T of(Supplier<T> work) {
        try {
            return turn.of(() -> spending.of(work));
        } finally {
            spending.end();
        }
    }
}
