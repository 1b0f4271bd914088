package kb.migration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as the old service wrote them: documents in UTC+8 and everything else in UTC where no zone is said. */
enum OldTime {
    DOCUMENTS(ZoneOffset.ofHours(8)),
    CHATS(ZoneOffset.UTC);

    /** Before this and after that nobody used it. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final ZoneOffset zone;

    OldTime(ZoneOffset zone) {
        this.zone = zone;
    }

    Optional<Instant> read(String text) {
        var iso = text.strip()
                .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T")
                .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        try {
            return Optional.of(instant(iso)).filter(time -> time.isAfter(EARLIEST) && time.isBefore(LATEST));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Instant instant(String iso) {
        if (iso.length() == 10) return LocalDate.parse(iso).atStartOfDay().toInstant(zone);
        return iso.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(zone);
    }
}
