package kb.documents;

import kb.activity.Activity;
import kb.activity.Deed;
import kb.activity.Kind;

/** An upload as the log of what was done keeps it. */
final class UploadDeed {
    private UploadDeed() {}

    static Upload noted(Filename filename, Upload upload) {
        switch (upload) {
            case Upload.Accepted(var document) -> Activity.did(deed(filename, document));
            case Upload.Known(var document) ->
                Activity.did(deed(filename, document).with("known", true));
            case Upload.NameTaken _, Upload.TooManyNames _ -> {
                // nothing was done
            }
        }
        return upload;
    }

    private static Deed deed(Filename filename, Document document) {
        var version = document.names().stream()
                .filter(name -> name.filename().equals(filename.text()))
                .mapToInt(Name::version)
                .max()
                .orElse(1);
        return Deed.of(Kind.DOCUMENT, version > 1 ? "replace" : "upload", document.documentId())
                .with("version", (long) version);
    }

    /** A PDF was read for somebody to look at. */
    static void of(Draft draft) {
        Activity.did(Deed.of(Kind.DOCUMENT, "parse", draft.documentId()));
    }
}
