package kb.chat;

import java.util.Optional;

/**
 * The language models there are.
 *
 * @param answering absent where answers are made of quotes alone
 * @param rewriting a small one that makes follow-up questions stand alone; absent where that is done by rule
 */
public record ChatModels(Optional<LanguageModel> answering, Optional<LanguageModel> rewriting) {
    public static final ChatModels NONE = new ChatModels(Optional.empty(), Optional.empty());
}
