package kb.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kb.pages.Span;
import kb.people.Tenant;

/** The pictures that were drawn of a document's pages: objects of the document, a few for each page. */
public final class PictureFiles {
    private static final String PICTURES = "pictures/";

    /** Anyone may want any passage to stand out: what is kept of a page must end somewhere. */
    private static final int MOST_OF_A_PAGE = 40;

    private final ObjectStore objects;

    public PictureFiles(ObjectStore objects) {
        this.objects = objects;
    }

    /** What tells a picture from another of the same document. @param scale in pixels a point, counted in hundredths */
    public record Name(int page, double scale, List<Span> spans) {
        private String folder() {
            return PICTURES + "%08d/".formatted(page);
        }

        private String object() {
            var hundredths = Math.round(scale * 100);
            return folder() + String.format(Locale.ROOT, "%04d-%s.png", hundredths, digest(spans));
        }

        private static String digest(List<Span> spans) {
            try {
                var text = spans.toString().getBytes(StandardCharsets.UTF_8);
                var hash = MessageDigest.getInstance("SHA-256").digest(text);
                return HexFormat.of().formatHex(hash, 0, 16);
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }

    /** Empty when it was not drawn yet, or gave way to others. */
    public Optional<byte[]> get(Tenant tenant, UUID id, Name name) {
        return objects.get(DocumentFiles.name(tenant, id, name.object()));
    }

    /** When a page has as many as it may, they give way to this one. */
    public void put(Tenant tenant, UUID id, Name name, byte[] png) {
        var others = objects.names(DocumentFiles.name(tenant, id, name.folder()));
        if (others.size() >= MOST_OF_A_PAGE) objects.delete(others);
        objects.put(DocumentFiles.name(tenant, id, name.object()), "image/png", png);
    }

    public void delete(Tenant tenant, UUID id, Name name) {
        objects.delete(List.of(DocumentFiles.name(tenant, id, name.object())));
    }
}
