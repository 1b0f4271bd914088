package kb.contained;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import kb.pages.Coverage;
import kb.pages.Coverage.Source;
import kb.pages.Hiding;

/** A page's coverage as bytes: source, three counts, two flags, and how much was left out for each reason. */
final class CoverageBytes {
    static final int LENGTH = 3 + (3 + Hiding.values().length) * Integer.BYTES;

    private CoverageBytes() {}

    static void put(ByteBuffer bytes, Coverage coverage) {
        bytes.put((byte) coverage.source().ordinal());
        bytes.putInt(coverage.glyphs()).putInt(coverage.garbled()).putInt(coverage.images());
        bytes.put((byte) (coverage.drawn() ? 1 : 0)).put((byte) (coverage.unreadable() ? 1 : 0));
        for (var why : Hiding.values()) bytes.putInt(coverage.leftOut().getOrDefault(why, 0));
    }

    /** @throws Garbled when these are not the bytes of one */
    static Coverage read(ByteBuffer bytes) {
        var source = bytes.get();
        if (source < 0 || source >= Source.values().length) throw new Garbled("text from nowhere");
        var glyphs = count(bytes);
        var garbled = count(bytes);
        var images = count(bytes);
        var drawn = flag(bytes);
        var unreadable = flag(bytes);
        var leftOut = new EnumMap<Hiding, Integer>(Hiding.class);
        for (var why : Hiding.values()) {
            var characters = count(bytes);
            if (characters > 0) leftOut.put(why, characters);
        }
        return new Coverage(Source.values()[source], glyphs, garbled, images, drawn, unreadable, leftOut);
    }

    private static int count(ByteBuffer bytes) {
        var count = bytes.getInt();
        if (count < 0) throw new Garbled("less than none");
        return count;
    }

    private static boolean flag(ByteBuffer bytes) {
        return switch (bytes.get()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new Garbled("neither yes nor no");
        };
    }
}
