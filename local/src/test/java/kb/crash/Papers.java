package kb.crash;

import java.util.List;
import java.util.Random;

/**
 * What the seed chose.
 *
 * @param old a version that another one had replaced before anything died
 * @param stays nobody touches it
 * @param guide is replaced or deleted
 * @param revised replaces the guide
 * @param fresh is uploaded
 */
record Papers(Paper old, Paper stays, Paper guide, Paper revised, Paper fresh) {
    static Papers of(Random random) {
        return new Papers(
                new Paper("stays.pdf", "heron", 2),
                new Paper("stays.pdf", "otter", random.nextInt(33, 40)),
                new Paper("guide.pdf", "raven", random.nextInt(40, 90)),
                new Paper("guide.pdf", "finch", random.nextInt(65, 100)),
                new Paper("fresh.pdf", "egret", random.nextInt(65, 100)));
    }

    List<Paper> all() {
        return List.of(old, stays, guide, revised, fresh);
    }
}
