package kb.contained;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kb.pages.Box;
import kb.pictures.PagePainter.Wanted;

/** What a child is asked for. */
sealed interface Request {
    Path pdf();

    /** @param first the first page that is wanted @param alone whether one thread is to read, which takes less memory */
    record Reading(Path pdf, int first, boolean alone) implements Request {}

    /** @param picture the file that a page is to be drawn into, for letters to be recognised in it */
    record Scanning(Path pdf, int page, Path picture) implements Request {}

    /** A picture for people. */
    record Painting(Path pdf, Wanted wanted) implements Request {}

    default void write(DataOutputStream out) throws IOException {
        out.writeUTF(pdf().toAbsolutePath().toString());
        switch (this) {
            case Reading(var _, var first, var alone) -> {
                out.writeByte(0);
                out.writeInt(first);
                out.writeBoolean(alone);
            }
            case Scanning(var _, var page, var picture) -> {
                out.writeByte(1);
                out.writeInt(page);
                out.writeUTF(picture.toAbsolutePath().toString());
            }
            case Painting(var _, var wanted) -> {
                out.writeByte(2);
                write(out, wanted);
            }
        }
        out.flush();
    }

    private static void write(DataOutputStream out, Wanted wanted) throws IOException {
        out.writeInt(wanted.page());
        out.writeDouble(wanted.scale());
        out.writeInt(wanted.highlighted().size());
        for (var box : wanted.highlighted()) {
            out.writeDouble(box.l());
            out.writeDouble(box.t());
            out.writeDouble(box.r());
            out.writeDouble(box.b());
        }
    }

    static Request read(DataInputStream in) throws IOException {
        var pdf = Path.of(in.readUTF());
        return switch (in.readByte()) {
            case 0 -> new Reading(pdf, in.readInt(), in.readBoolean());
            case 1 -> new Scanning(pdf, in.readInt(), Path.of(in.readUTF()));
            case 2 -> new Painting(pdf, wanted(in));
            default -> throw new IOException("no request");
        };
    }

    private static Wanted wanted(DataInputStream in) throws IOException {
        var page = in.readInt();
        var scale = in.readDouble();
        var count = in.readInt();
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Box(page, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return new Wanted(page, scale, boxes);
    }
}
