package kb.http;

import java.util.Optional;

/** Counts requests by person and kind of route. */
@FunctionalInterface
public interface Limiter {
    /** Everybody may ask as often as they like. */
    Limiter NONE = (_, _) -> Optional.empty();

    /** Counts one more request; empty when none is counted. */
    Optional<Standing> count(Caller caller, Rate rate);
}
