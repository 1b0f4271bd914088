package kb.api.spa;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the replaced service wrote them: of documents eight hours ahead of UTC, of parsing without a zone. */
final class SpaTime {
    private static final ZoneOffset DOCUMENTS = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    private SpaTime() {}

    static String ofDocument(Instant at) {
        return ZONED.format(OffsetDateTime.ofInstant(at, DOCUMENTS));
    }

    static String ofParsing(Instant at) {
        return PLAIN.format(OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
