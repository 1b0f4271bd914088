package kb.contained;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a child is asked for: the pages of a PDF, or a picture of one.
 *
 * @param page the first that is wanted, or the one that is
 * @param picture the file that it is to be drawn into; empty when it is to be read
 */
record Request(Path pdf, int page, Optional<Path> picture) {
    static Request reading(Path pdf, int first) {
        return new Request(pdf, first, Optional.empty());
    }

    static Request drawing(Path pdf, int page, Path picture) {
        return new Request(pdf, page, Optional.of(picture));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(pdf.toAbsolutePath().toString());
        out.writeInt(page);
        out.writeUTF(picture.map(file -> file.toAbsolutePath().toString()).orElse(""));
        out.flush();
    }

    static Request read(DataInputStream in) throws IOException {
        var pdf = Path.of(in.readUTF());
        var page = in.readInt();
        var picture = in.readUTF();
        return new Request(pdf, page, picture.isEmpty() ? Optional.empty() : Optional.of(Path.of(picture)));
    }
}
