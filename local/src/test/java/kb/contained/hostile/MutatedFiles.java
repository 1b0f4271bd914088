package kb.contained.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Good files after an accident. */
final class MutatedFiles {
    private MutatedFiles() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("nothing", () -> new byte[0]);
        all.put("a mark and nothing else", () -> RawPdf.bytes("%PDF-1.7"));
        all.put("noise", () -> new Mutation(new Random(1)).noise(1_000_000));
        all.put("a megabyte of zeros", () -> new byte[1_000_000]);
        all.put("the first half", () -> Arrays.copyOf(sample(), sample().length / 2));
        all.put("the second half", () -> Arrays.copyOfRange(sample(), sample().length / 2, sample().length));
        all.put("twice the same", () -> twice(sample()));
        for (int seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            all.put("accident " + seed, () -> new Mutation(random).of(sample()));
        }
        return all;
    }

    static byte[] sample() {
        try {
            return Files.readAllBytes(Path.of("..", "postman", "sample.pdf"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static byte[] twice(byte[] file) {
        var both = Arrays.copyOf(file, 2 * file.length);
        System.arraycopy(file, 0, both, file.length, file.length);
        return both;
    }
}
