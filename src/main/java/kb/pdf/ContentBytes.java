package kb.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A content stream in memory, read byte by byte: PDFBox's parser asks for little else. */
final class ContentBytes implements RandomAccessRead {
    static final ContentBytes NONE = new ContentBytes(new byte[0]);

    private final byte[] bytes;
    private final int[] position = {0};
    private final AtomicBoolean closed = new AtomicBoolean();

    ContentBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What PDF takes for white space. */
    static boolean isSpace(int one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t' || one == '\f' || one == 0;
    }

    /** Where white space ends that begins here, if any does. */
    int afterSpace() {
        var after = position[0];
        while (isSpace(at(after))) after++;
        return after;
    }

    /** -1 beyond the end. */
    int at(int place) {
        return place < bytes.length ? bytes[place] & 0xff : -1;
    }

    void goTo(int place) {
        position[0] = place;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    @Override
    public int read() {
        return position[0] < bytes.length ? bytes[position[0]++] & 0xff : -1;
    }

    @Override
    public int peek() {
        return at(position[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) {
        var left = bytes.length - position[0];
        if (left == 0) return -1;
        var count = Math.min(left, length);
        System.arraycopy(bytes, position[0], into, from, count);
        position[0] += count;
        return count;
    }

    @Override
    public long getPosition() {
        return position[0];
    }

    @Override
    public void seek(long wanted) throws IOException {
        if (wanted < 0) throw new IOException("nothing is there");
        position[0] = (int) Math.min(wanted, bytes.length);
    }

    @Override
    public void rewind(int count) throws IOException {
        seek(position[0] - count);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isEOF() {
        return position[0] == bytes.length;
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public RandomAccessReadView createView(long from, long length) {
        return new RandomAccessReadView(this, from, length);
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
