package kb.pdf;

import kb.ingest.PdfReader.Reason;

/** Ends the reading of a document, or of a page. Never leaves {@link PdfBoxReader}. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
