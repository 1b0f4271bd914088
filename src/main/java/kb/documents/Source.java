package kb.documents;

import java.time.Instant;

/** What was uploaded, by whom and when. @param sha256 of the bytes, in lower-case hexadecimal */
public record Source(String sha256, long sizeBytes, String uploadedBy, Instant uploadDate) {}
