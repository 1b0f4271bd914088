package kb.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import kb.http.Bytes;

/**
 * Takes the bodies of requests off the socket: no more bytes than anything needs, and no longer than a slow line needs.
 *
 * @param largest bytes; of a larger body one byte more is taken, and the router refuses it
 * @param patience how long all of a body may take, however steadily it drips
 */
record ArrivingBody(int largest, Duration patience) {
    /** What a caller still sends of a body that is refused is read and dropped up to here, so that it can read the answer. */
    private static final long MOST_DROPPED = 64L * 1024 * 1024;

    private static final int PIECE = 16_384;

    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1;
    }

    Bytes read(InputStream arriving) throws IOException {
        var begun = System.nanoTime();
        var taken = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        for (long all = 0; all < largest + MOST_DROPPED; ) {
            var length = arriving.read(piece);
            if (length < 0) break;
            taken.write(piece, 0, Math.min(length, largest + 1 - taken.size()));
            all += length;
            if (System.nanoTime() - begun > patience.toNanos()) throw new TooSlow();
        }
        return Bytes.of(taken.toByteArray());
    }
}
