package kb.pdf;

import java.util.BitSet;

/** Notices text drawn twice in nearly the same place, which is how some programs make bold letters and shadows. */
final class Doubles {
    /** Of a glyph's height: less than any letter is wide, more than a shadow's offset. */
    private static final double CELL = 0.1;

    private static final int PERHAPS_A_PLACE = 4;

    /** A table of numbers with open addressing: each stands in the first free place from its own on, and 0 is a free one. */
    private final long[] seen;
    /** Which keys may be in the table, by their uppermost bits: so small that it stays near the processor, where the table does not. */
    private final BitSet perhaps;

    private final int shift;

    /** @param most how many glyphs may come */
    Doubles(int most) {
        seen = new long[Integer.highestOneBit(Math.max(most, 8)) * 4];
        perhaps = new BitSet(PERHAPS_A_PLACE * seen.length);
        shift = Long.numberOfLeadingZeros((long) PERHAPS_A_PLACE * seen.length) + 1;
    }

    /** Looks in the four cells nearest to the glyph, so that no two places closer than half a cell are kept apart. */
    boolean isFirst(Glyph glyph) {
        var size = Math.max(Math.round(glyph.height()), 1);
        var cell = size * CELL;
        var x = glyph.x() / cell;
        var y = glyph.y() / cell;
        var letter = letter(glyph, size);
        var left = mix(letter + (long) Math.floor(x - 0.5));
        var right = mix(letter + (long) Math.floor(x + 0.5));
        var above = (long) Math.floor(y - 0.5);
        var below = (long) Math.floor(y + 0.5);
        if (has(mix(left + above)) || has(mix(left + below)) || has(mix(right + above)) || has(mix(right + below)))
            return false;
        add(mix(mix(letter + (long) Math.floor(x)) + (long) Math.floor(y)));
        return true;
    }

    /**
     * Mixed after each part, so that no two of a page's few thousand glyphs share a key by accident. The size is the one that the cells
     * are made by: else letters far apart would share a cell of grids of different width.
     */
    private static long letter(Glyph glyph, long size) {
        return mix(mix(glyph.text().hashCode()) + size);
    }

    private boolean has(long key) {
        return perhaps.get((int) (key >>> shift)) && seen[place(key)] == key;
    }

    private void add(long key) {
        perhaps.set((int) (key >>> shift));
        seen[place(key)] = key;
    }

    /** Where the key stands, or would. */
    private int place(long key) {
        var mask = seen.length - 1;
        var place = (int) key & mask;
        while (seen[place] != 0 && seen[place] != key) place = place + 1 & mask;
        return place;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        var mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
