package kb.chat;

import java.util.function.Consumer;

/** A model that writes a text to a prompt. */
public interface LanguageModel {
    /**
     * Writes, and ends inside the deadline of the request at hand.
     *
     * @param reader hears each piece on the caller's own thread, and an empty one now and then so that it may notice meanwhile that
     *     nobody reads any more; what it throws ends the writing at once
     * @throws ModelFailure when there is no whole text
     */
    Written write(Prompt prompt, Consumer<String> reader);

    /** @param rules what the model is to do @param material what it is to do it with, from whoever wrote it */
    record Prompt(String rules, String material) {}

    /**
     * What writing took, as the provider says; 0 where it says nothing.
     *
     * @param cutShort the model had to stop before it was done
     */
    record Written(String model, int promptTokens, int completionTokens, boolean cutShort) {}
}
