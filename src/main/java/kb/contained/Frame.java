package kb.contained;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kb.ingest.PdfReader.Reason;

/** What a child says at a time: its kind in a byte, the length of the rest in four, the rest. */
record Frame(Kind kind, ByteBuffer payload) {
    /** A page of 150,000 words; a telephone directory's has some 6,000. */
    static final int LONGEST = 8_000_000;

    enum Kind {
        /** The request arrived, and the file is opened next. */
        BEGUN,
        /** How many pages the file has, then a page as in {@link PageBytes}. */
        PAGE,
        /** How many pages the file has: all were given. */
        COMPLETE,
        /** The name of a {@link Reason}. */
        UNREADABLE,
        /** What the file says of itself, as in {@link AboutBytes}. */
        ABOUT,
        /** A page as PNG. */
        PICTURE,
        /** What the file lists as its contents, as in {@link BookmarkBytes}. */
        BOOKMARKS,
        /** Never sent: the child is not there any more. */
        ENDED,
        /** Never sent: what came is no frame. */
        GARBLED;

        boolean isSent() {
            return compareTo(BOOKMARKS) <= 0;
        }
    }

    /** As much as a file of so many pages may make a child say. */
    static long longestReading(int pages) {
        return 4L * LONGEST + 256_000L * pages;
    }

    static Frame of(Kind kind) {
        return new Frame(kind, ByteBuffer.allocate(0));
    }

    static Frame complete(int pages) {
        return new Frame(Kind.COMPLETE, ByteBuffer.allocate(4).putInt(pages).flip());
    }

    static Frame unreadable(Reason reason) {
        return new Frame(Kind.UNREADABLE, ByteBuffer.wrap(reason.name().getBytes(StandardCharsets.US_ASCII)));
    }

    int length() {
        return payload.remaining();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeInt(length());
        out.write(payload.array(), payload.arrayOffset() + payload.position(), length());
        out.flush();
    }

    /** @throws Garbled when it is none of a child's */
    static Frame read(DataInputStream in) throws IOException {
        var kind = in.readUnsignedByte();
        if (kind >= Kind.ENDED.ordinal()) throw new Garbled("it is of no kind");
        var length = in.readInt();
        if (length < 0 || length > LONGEST) throw new Garbled("it is too long");
        var payload = in.readNBytes(length);
        if (payload.length < length) throw new EOFException();
        return new Frame(Kind.values()[kind], ByteBuffer.wrap(payload));
    }

    /** @throws Garbled when it isn't one number */
    int number() {
        try {
            var number = payload.getInt();
            if (length() > 0) throw new Garbled("more than a number");
            return number;
        } catch (BufferUnderflowException tooShort) {
            throw new Garbled("less than a number");
        }
    }

    /** @throws Garbled when it isn't one */
    Reason reason() {
        var name = StandardCharsets.US_ASCII.decode(payload).toString();
        return List.of(Reason.values()).stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Garbled("no reason"));
    }
}
