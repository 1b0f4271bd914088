package kb.documents;

import kb.activity.Deed;
import kb.activity.Kind;

/** An upload as the log of what was done keeps it. */
final class UploadDeed {
    private UploadDeed() {}

    /** A PDF was taken in. */
    static Deed of(String filename, Document document) {
        var version = document.names().stream()
                .filter(name -> name.filename().equals(filename))
                .mapToInt(Name::version)
                .max()
                .orElse(1);
        return Deed.of(Kind.DOCUMENT, version > 1 ? "replace" : "upload", document.documentId())
                .with("version", (long) version);
    }

    /** A PDF came that was there already, and perhaps has one more name now. */
    static Deed known(String filename, Document document) {
        var deed = of(filename, document);
        return document.state().status() == Status.READY ? deed.with("known", true) : deed;
    }

    /** A PDF was read for somebody to look at. */
    static Deed of(Draft draft) {
        return Deed.of(Kind.DOCUMENT, "parse", draft.documentId());
    }
}
