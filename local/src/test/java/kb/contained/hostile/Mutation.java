package kb.contained.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One of the ways in which a file can be spoiled, by chance. */
public record Mutation(Random random) {
    /** What a parser is most easily led astray by. */
    private static final List<String> WORDS = List.of(
            "-1",
            "0",
            "2147483647",
            "4294967296",
            "99999999999999999999",
            "1 0 R",
            "[",
            "]",
            "<<",
            ">>",
            "(",
            "endstream",
            "endobj",
            "stream\n",
            "/Kids",
            "/Length",
            "/Filter",
            "/FlateDecode",
            "/Prev",
            "/Contents",
            "xref",
            "trailer",
            "null");

    public byte[] of(byte[] file) {
        var spoiled = file.clone();
        for (int changes = 1 + random.nextInt(5); changes > 0; changes--) spoiled = once(spoiled);
        return spoiled;
    }

    private byte[] once(byte[] file) {
        if (file.length < 2) return noise(10);
        var place = random.nextInt(file.length);
        var end = Math.min(file.length, place + 1 + random.nextInt(200));
        return switch (random.nextInt(7)) {
            case 0 -> changed(file, place, 1 + random.nextInt(50));
            case 1 -> Arrays.copyOf(file, place);
            case 2 -> joined(file, place, new byte[0], end);
            case 3 -> joined(file, end, Arrays.copyOfRange(file, place, end), end);
            case 4 -> joined(file, place, noise(1 + random.nextInt(50)), place);
            case 5 -> joined(file, place, word(), Math.min(file.length, place + word().length));
            default -> digits(file);
        };
    }

    private byte[] changed(byte[] file, int place, int most) {
        for (int i = place; i < Math.min(file.length, place + most); i++) file[i] = (byte) random.nextInt();
        return file;
    }

    private byte[] digits(byte[] file) {
        for (int i = 0; i < file.length; i++)
            if (file[i] >= '0' && file[i] <= '9' && random.nextInt(50) == 0)
                file[i] = (byte) ('0' + random.nextInt(10));
        return file;
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[] file, int until, byte[] middle, int from) {
        var joined = Arrays.copyOf(file, until + middle.length + file.length - from);
        System.arraycopy(middle, 0, joined, until, middle.length);
        System.arraycopy(file, from, joined, until + middle.length, file.length - from);
        return joined;
    }

    byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }
}
