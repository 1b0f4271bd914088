package kb;

import java.util.ArrayList;
import java.util.List;
import kb.chat.ChatModels;
import kb.chat.HeardModel;
import kb.chat.LanguageModel;
import kb.outside.Health;
import kb.outside.LastHeard;
import kb.outside.Part;
import kb.search.Embedders;
import kb.search.HeardEmbedders;

/** The outside world, and how those of its parts did last that are paid for by the call. */
record Listening(App.Outside outside, List<LastHeard> heard) {
    static Listening to(App.Outside outside) {
        var heard = new ArrayList<LastHeard>();
        var embedder = new LastHeard(Part.EMBEDDER, outside.clock());
        heard.add(embedder);
        var answering = outside.models().answering().map(model -> {
            var listened = new LastHeard(Part.MODEL, outside.clock());
            heard.add(listened);
            return new HeardModel(model, listened);
        });
        var models = new ChatModels(
                answering.map(LanguageModel.class::cast), outside.models().rewriting());
        return new Listening(
                with(outside, new HeardEmbedders(outside.embedders(), embedder), models), List.copyOf(heard));
    }

    private static App.Outside with(App.Outside outside, Embedders embedders, ChatModels models) {
        return new App.Outside(
                outside.documents(),
                outside.chats(),
                outside.objects(),
                outside.spaces(),
                embedders,
                outside.reader(),
                outside.painter(),
                outside.queue(),
                outside.gate(),
                outside.newId(),
                outside.clock(),
                models);
    }

    /** What is asked whether it works. */
    List<Health> parts(List<Health> others) {
        var parts = new ArrayList<Health>(
                List.of(outside.documents(), outside.chats(), outside.objects(), outside.spaces()));
        parts.addAll(others);
        return List.copyOf(parts);
    }
}
