package kb.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a query goes on: the last sort key as text that callers pass back unread. */
public final class Cursor {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Cursor() {}

    public static String after(String sort) {
        return ENCODER.encodeToString(sort.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws BadCursor unless {@link #after} made it from a sort key with this prefix */
    public static String sort(String cursor, String prefix) {
        var sort = decode(cursor);
        if (sort.isEmpty() || Attributes.utf8(sort) > Key.LONGEST_SORT || !sort.startsWith(prefix))
            throw new BadCursor();
        // one sort key, one cursor: padding and stray bits of the last character are refused
        if (!after(sort).equals(cursor)) throw new BadCursor();
        return sort;
    }

    private static String decode(String cursor) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw new BadCursor();
        }
    }
}
