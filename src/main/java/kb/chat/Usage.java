package kb.chat;

import java.util.Optional;

/** What an answer cost. @param model empty when no chat model was asked */
public record Usage(Optional<String> model, int promptTokens, int completionTokens, double costUsd) {
    public static final Usage NONE = new Usage(Optional.empty(), 0, 0, 0);
}
