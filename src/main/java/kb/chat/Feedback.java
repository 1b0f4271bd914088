package kb.chat;

import java.time.Instant;
import java.util.Optional;

/** What the asker says about an answer. */
public record Feedback(Rating rating, Optional<String> comment, Instant at) {}
