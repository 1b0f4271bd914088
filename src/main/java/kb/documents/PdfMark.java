package kb.documents;

import java.util.Arrays;

/** What tells a PDF from other files at first sight. */
public final class PdfMark {
    /** Readers accept the mark a little later than at the start (ISO 32000-1, Annex H, implementation note 13). */
    public static final int WITHIN = 1_024;

    static final Failure MISSING = new Failure(
            "not_a_pdf", "the file has no %PDF- mark in its first 1,024 bytes; delete this document and send a PDF");

    private static final byte[] MARK = {'%', 'P', 'D', 'F', '-'};

    private PdfMark() {}

    public static boolean isIn(byte[] content) {
        for (int start = 0; start < Math.min(WITHIN, content.length - MARK.length + 1); start++) {
            if (Arrays.equals(content, start, start + MARK.length, MARK, 0, MARK.length)) return true;
        }
        return false;
    }
}
