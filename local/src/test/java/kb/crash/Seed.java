package kb.crash;

import java.util.Random;

/** How much is tried, and what chance chooses; said aloud, so that it can be repeated. */
final class Seed {
    static final long NUMBER = Long.getLong("kb.seed", System.nanoTime() % 1_000_000);
    static final int CRASHES = Integer.getInteger("kb.crashes", 3);

    /** How the names of the points begin that are chosen from; all of them unless it is set. */
    static final String AT = System.getProperty("kb.at", "");

    private Seed() {}

    static Random random() {
        System.out.println("-Dkb.seed=" + NUMBER);
        return new Random(NUMBER);
    }
}
