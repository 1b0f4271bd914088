package kb.pdf;

import java.util.HashSet;
import java.util.Set;

/** Notices text drawn twice in nearly the same place, which is how some programs make bold letters and shadows. */
final class Doubles {
    /** Of a glyph's height: less than any letter is wide, more than a shadow's offset. */
    private static final double CELL = 0.1;

    private final Set<Long> seen = new HashSet<>();

    /** Looks in the four cells nearest to the glyph, so that no two places closer than half a cell are kept apart. */
    boolean isFirst(Glyph glyph) {
        var size = Math.max(Math.round(glyph.height()), 1);
        var cell = size * CELL;
        var x = glyph.x() / cell;
        var y = glyph.y() / cell;
        for (var across : new double[] {-0.5, 0.5}) {
            for (var down : new double[] {-0.5, 0.5}) {
                if (seen.contains(key(glyph, size, x + across, y + down))) return false;
            }
        }
        seen.add(key(glyph, size, x, y));
        return true;
    }

    /**
     * Mixed after each part, so that no two of a page's few thousand glyphs share a key by accident. The size is the one that the cells
     * are made by: else letters far apart would share a cell of grids of different width.
     */
    private static long key(Glyph glyph, long size, double x, double y) {
        var letter = mix(mix(glyph.text().hashCode()) + size);
        return mix(mix(letter + (long) Math.floor(x)) + (long) Math.floor(y));
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        var mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
