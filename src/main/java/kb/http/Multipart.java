package kb.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.RequestContext;

/** The parts of a form with files (RFC 7578). */
public final class Multipart {
    private static final int MOST_PARTS = 20;

    /** Room for the longest file name anyone would send, so that it is refused as a name and not as a form. */
    private static final int LONGEST_PART_HEADER = 32_768;

    private Multipart() {}

    /** @param filename as the sender named the file; empty for a plain field */
    public record Part(String name, Optional<String> filename, Bytes content) {}

    /** @throws ProblemException when the body is not such a form */
    public static List<Part> parts(Request request) {
        try {
            var parts = new ArrayList<Part>();
            for (var items = items(request); items.hasNext(); ) {
                if (parts.size() == MOST_PARTS)
                    throw malformed("a form may have at most %d parts".formatted(MOST_PARTS));
                parts.add(part(items.next()));
            }
            if (parts.isEmpty()) throw malformed("the form has no parts: does its boundary fit its content type?");
            return parts;
        } catch (ProblemException told) {
            throw told;
        } catch (FileUploadException | IOException | RuntimeException notAForm) {
            // unchecked: over some forms the library stumbles, such as one in another without a boundary
            throw malformed("the body is not the multipart form its content type says");
        }
    }

    private static Part part(FileItemStream item) throws IOException {
        try (var content = item.openStream()) {
            return new Part(item.getFieldName(), filename(item), Bytes.of(content.readAllBytes()));
        }
    }

    /**
     * The library leaves quotes escaped, and throws at a null: what is wrong with a name is not its to say. A quote that is
     * not escaped opens what no other closes: a line break inside a name ends its header.
     */
    private static Optional<String> filename(FileItemStream item) {
        try {
            var name = Optional.ofNullable(item.getName());
            if (name.filter(text -> text.startsWith("\"")).isPresent()) {
                throw malformed("a file name in the form is broken off: it must not contain line breaks");
            }
            return name.map(text -> text.replace("\\\"", "\""));
        } catch (InvalidFileNameException withNull) {
            return Optional.of(withNull.getName());
        }
    }

    private static FileItemIterator items(Request request) throws FileUploadException, IOException {
        var upload = new FileUpload();
        upload.setHeaderEncoding("UTF-8");
        upload.setPartHeaderSizeMax(LONGEST_PART_HEADER);
        return upload.getItemIterator(new Form(request));
    }

    private static ProblemException malformed(String why) {
        return new ProblemException(new Problem.Malformed(why));
    }

    /** Our request as the library wants to see one. */
    private record Form(Request request) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return request.header("content-type").orElse("");
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return request.body().length();
        }

        @Override
        public InputStream getInputStream() {
            return request.body().stream();
        }
    }
}
