package kb.chat;

import java.util.List;
import kb.search.Passage;

/** Passages were found, and the model that was to answer from them failed. */
public final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ModelFailure failure;
    private final transient List<Passage> passages;

    Unanswered(ModelFailure failure, List<Passage> passages) {
        super(failure.getMessage(), failure);
        this.failure = failure;
        this.passages = List.copyOf(passages);
    }

    public ModelFailure failure() {
        return failure;
    }

    public List<Passage> passages() {
        return passages;
    }
}
