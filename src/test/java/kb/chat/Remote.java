package kb.chat;

import java.util.HashMap;
import java.util.Map;
import kb.search.FakeEmbedder;

/** An embedder to which some texts, and those that nothing has to do with, are far from every question. */
final class Remote {
    static final float[] FAR = {0, 1};

    private Remote() {}

    static FakeEmbedder embedder(String... texts) {
        var directions = new HashMap<String, float[]>();
        for (var text : texts) directions.put(text, FAR);
        return embedder(directions);
    }

    static FakeEmbedder embedder(Map<String, float[]> directions) {
        var all = new HashMap<>(directions);
        for (var text : Unrelated.SENTENCES) all.put(text, FAR);
        return new FakeEmbedder(all, false);
    }
}
