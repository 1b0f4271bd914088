package kb.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One index of one embedding model.
 *
 * @param generation tells it from earlier ones of the same model
 * @param layout what is kept of a chunk: {@value #LATEST} in every index that is made now
 */
public record Space(String model, int dimensions, long generation, int layout) {
    /** Counts up when an index keeps something else of a chunk: then every index is made anew, beside the one before. */
    public static final int LATEST = 2;

    private static final int WITH_PLACES = 2;
    private static final Pattern NAME = Pattern.compile(
            "((?:[A-Za-z0-9.-]|_[0-9a-f]{2})+)\\.([1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,17})(?:-([2-9]))?");

    public Space(String model, int dimensions, long generation) {
        this(model, dimensions, generation, LATEST);
    }

    public static Space of(Embedder embedder, long generation) {
        return new Space(embedder.model(), embedder.dimensions(), generation);
    }

    /** Whether the embedder is the one whose vectors lie here. */
    public boolean isOf(Embedder embedder) {
        return model.equals(embedder.model()) && dimensions == embedder.dimensions();
    }

    /** Whether it finds chunks by their place, if any is asked for. */
    boolean knows(Place place) {
        return knowsPlaces() || place.equals(Place.ANYWHERE);
    }

    /** Whether an index of this layout finds chunks by page and section. */
    public boolean knowsPlaces() {
        return layout >= WITH_PLACES;
    }

    /** Readable, different for each space, and made of letters, digits, dots, hyphens and low lines. */
    public String name() {
        return embedding() + "." + generation + (layout == 1 ? "" : "-" + layout);
    }

    /** Likewise, for all generations of one model. */
    public String embedding() {
        var name = new StringBuilder();
        for (var value : model.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (value & 0xff);
            if (isPlain(character)) name.append(character);
            else name.append("_%02x".formatted((int) character));
        }
        return name + "." + dimensions;
    }

    private static boolean isPlain(char character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || character == '.' || character == '-');
    }

    /** The space of a name; empty when it is not the name of one. */
    public static Optional<Space> parse(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) return Optional.empty();
        var space = new Space(
                model(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Long.parseLong(parts.group(3)),
                parts.group(4) == null ? 1 : Integer.parseInt(parts.group(4)));
        return Optional.of(space).filter(read -> read.name().equals(name));
    }

    /** The space of a name that {@link #name} made. */
    public static Space named(String name) {
        return parse(name).orElseThrow(() -> new IllegalArgumentException("not the name of a space: " + name));
    }

    private static String model(String escaped) {
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < escaped.length(); at++) {
            if (escaped.charAt(at) == '_') {
                bytes.write(Integer.parseInt(escaped.substring(at + 1, at + 3), 16));
                at += 2;
            } else {
                bytes.write(escaped.charAt(at));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name();
    }
}
