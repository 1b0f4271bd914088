package kb.search;

import java.util.List;
import java.util.function.Supplier;
import kb.outside.LastHeard;
import kb.outside.Part;
import kb.outside.Unavailable;

/** The same models; how the configured one did is kept. */
public final class HeardEmbedders implements Embedders {
    private final Embedders all;
    private final LastHeard heard;

    public HeardEmbedders(Embedders all, LastHeard heard) {
        this.all = all;
        this.heard = heard;
    }

    @Override
    public Embedder wanted() {
        return new Heard(all.wanted(), heard);
    }

    @Override
    public Embedder of(Space space) {
        return space.isOf(all.wanted()) ? wanted() : all.of(space);
    }

    private record Heard(Embedder one, LastHeard heard) implements Embedder {
        private <T> T listening(Supplier<T> call) {
            try {
                var answer = call.get();
                heard.well();
                return answer;
            } catch (Unavailable down) {
                if (down.part() == Part.EMBEDDER) heard.failed();
                throw down;
            }
        }

        @Override
        public String model() {
            return one.model();
        }

        @Override
        public int dimensions() {
            return one.dimensions();
        }

        @Override
        public int tokens(String text) {
            return one.tokens(text);
        }

        @Override
        public List<Vector> passages(List<String> texts) {
            return listening(() -> one.passages(texts));
        }

        @Override
        public Vector question(String text) {
            return listening(() -> one.question(text));
        }
    }
}
