package kb.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDResources;

/** What the numbers of a colour mean: told from the colour space's dictionary alone, without its profiles and functions. */
@FunctionalInterface
interface InkSpace {
    int DEEPEST = 4;
    int LONGEST_LOOKUP = 4 * 256;

    InkSpace GREY = numbers -> numbers.length == 1 ? Ink.grey(numbers[0]) : Ink.UNKNOWN;
    InkSpace RGB = numbers -> numbers.length == 3 ? Ink.rgb(numbers[0], numbers[1], numbers[2]) : Ink.UNKNOWN;
    InkSpace CMYK =
            numbers -> numbers.length == 4 ? Ink.cmyk(numbers[0], numbers[1], numbers[2], numbers[3]) : Ink.UNKNOWN;
    InkSpace UNKNOWN = _ -> Ink.UNKNOWN;

    Ink ink(double[] numbers);

    /** The colour before any is set. */
    default Ink first() {
        if (this == CMYK) return Ink.cmyk(0, 0, 0, 1);
        return this == GREY || this == RGB ? Ink.BLACK : Ink.UNKNOWN;
    }

    /** @param resources null where a stream has none */
    static InkSpace named(COSName name, PDResources resources) throws IOException {
        var known = device(name);
        if (known != UNKNOWN || resources == null) return known;
        var spaces = resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE);
        return spaces == null ? UNKNOWN : of(spaces.getDictionaryObject(name), 0);
    }

    private static InkSpace device(COSName name) {
        return switch (name.getName()) {
            case "DeviceGray", "G", "CalGray" -> GREY;
            case "DeviceRGB", "RGB", "CalRGB" -> RGB;
            case "DeviceCMYK", "CMYK" -> CMYK;
            default -> UNKNOWN;
        };
    }

    private static InkSpace of(COSBase space, int depth) throws IOException {
        if (space instanceof COSName name) return device(name);
        if (!(space instanceof COSArray array) || array.size() < 2 || depth > DEEPEST) return UNKNOWN;
        if (!(array.getObject(0) instanceof COSName kind)) return UNKNOWN;
        return switch (kind.getName()) {
            case "ICCBased" -> array.getObject(1) instanceof COSStream profile ? profiled(profile, depth) : UNKNOWN;
            case "Indexed", "I" -> array.size() < 4 ? UNKNOWN : indexed(array, depth);
            default -> device(kind);
        };
    }

    private static InkSpace profiled(COSDictionary profile, int depth) throws IOException {
        var alternate = profile.getDictionaryObject(COSName.ALTERNATE);
        if (alternate != null) return of(alternate, depth + 1);
        return switch (profile.getInt(COSName.N)) {
            case 1 -> GREY;
            case 3 -> RGB;
            case 4 -> CMYK;
            default -> UNKNOWN;
        };
    }

    private static InkSpace indexed(COSArray array, int depth) throws IOException {
        var base = of(array.getObject(1), depth + 1);
        var parts = base == GREY ? 1 : base == RGB ? 3 : base == CMYK ? 4 : 0;
        var table = table(array.getObject(3));
        if (parts == 0) return UNKNOWN;
        return numbers -> {
            var first = (int) numbers[0] * parts;
            if (numbers.length != 1 || first < 0 || first + parts > table.length) return Ink.UNKNOWN;
            var colour = new double[parts];
            for (int i = 0; i < parts; i++) colour[i] = (table[first + i] & 0xFF) / 255.0;
            return base.ink(colour);
        };
    }

    private static byte[] table(COSBase lookup) throws IOException {
        if (lookup instanceof COSString string) return string.getBytes();
        if (!(lookup instanceof COSStream stream) || stream.getLength() > LONGEST_LOOKUP) return new byte[0];
        try (var bytes = stream.createInputStream()) {
            return bytes.readNBytes(LONGEST_LOOKUP);
        }
    }
}
