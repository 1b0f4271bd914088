package kb.pdf;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Texts that serve as a stencil: what is painted through them is seen as letters. */
final class TextClips {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger glyphs = new AtomicInteger();
    private final BitSet painted = new BitSet();

    /** A glyph is added to the stencil being cut. @return its number */
    int add() {
        glyphs.incrementAndGet();
        return begun.get() + 1;
    }

    /** The text ends. @return the number of the stencil, 0 when none was cut */
    int end() {
        return glyphs.getAndSet(0) == 0 ? 0 : begun.incrementAndGet();
    }

    /** @param number of the stencil, 0 for none */
    void painted(int number) {
        painted.set(number);
    }

    boolean isPainted(int number) {
        return number > 0 && painted.get(number);
    }
}
