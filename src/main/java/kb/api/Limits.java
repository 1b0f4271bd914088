package kb.api;

/**
 * What a caller may send.
 *
 * @param directUploadBytes the largest PDF that may be sent in a request's body
 * @param presignedUploadBytes the largest PDF that may be announced and put into storage
 */
public record Limits(long directUploadBytes, long presignedUploadBytes) {
    /** What a form adds around its file: boundaries and part headers. */
    private static final int FORM_BYTES = 16_384;

    /** The largest body any route reads; a front end need not take in more than this and one byte. */
    public int largestBody() {
        return Math.toIntExact(directUploadBytes + FORM_BYTES);
    }
}
