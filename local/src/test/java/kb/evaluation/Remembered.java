package kb.evaluation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kb.App;
import kb.search.Embedder;
import kb.search.KeptEmbedders;
import kb.search.Vector;

/** A model that embeds each text once, though several knowledge bases read the same documents and are asked the same. */
record Remembered(Embedder real, Memory memory) implements Embedder {
    /** What was embedded, by its text. */
    record Memory(Map<String, Vector> passages, Map<String, Vector> questions) {
        Memory() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    static App.Outside in(App.Outside outside, Memory memory) {
        var embedder = new Remembered(outside.embedders().wanted(), memory);
        return new App.Outside(
                outside.documents(),
                outside.chats(),
                outside.objects(),
                outside.spaces(),
                new KeptEmbedders(embedder, _ -> embedder),
                outside.reader(),
                outside.painter(),
                outside.queue(),
                outside.gate(),
                outside.newId(),
                outside.clock(),
                outside.models());
    }

    @Override
    public String model() {
        return real.model();
    }

    @Override
    public int dimensions() {
        return real.dimensions();
    }

    @Override
    public int tokens(String text) {
        return real.tokens(text);
    }

    @Override
    public List<Vector> passages(List<String> texts) {
        var known = memory.passages();
        var unknown = texts.stream()
                .filter(text -> !known.containsKey(text))
                .distinct()
                .toList();
        var vectors = unknown.isEmpty() ? List.<Vector>of() : real.passages(unknown);
        for (int i = 0; i < unknown.size(); i++) known.put(unknown.get(i), vectors.get(i));
        return texts.stream().map(known::get).toList();
    }

    @Override
    public Vector question(String text) {
        return memory.questions().computeIfAbsent(text, real::question);
    }
}
