package kb.misuse;

import java.util.function.Function;

/** Something else than the one PUT that was signed. */
public record Misuse(String name, Function<Scene, SignedPut> request) {
    @Override
    public String toString() {
        return name;
    }
}
