package kb.pdf;

import java.time.Instant;
import java.util.Calendar;
import java.util.Optional;
import java.util.regex.Pattern;
import kb.pages.About;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Reads what a file says of itself. */
final class Imprint {
    private static final Instant FIRST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    /** What programs put where nobody gave a title. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)(untitled|unknown|title|document|slide|page|print|microsoft \\w+)\\W*\\d*|microsoft \\w+ - .*"
                    + "|\\S*\\.(docx?|pdf|rtf|odt|tex|dvi|ps|indd|qxd|xlsx?|pptx?|html?|txt|fm)|[^\\p{L}]*");

    private Imprint() {}

    /** Nothing where that is damaged: the pages are read all the same. */
    static About of(PDDocument document, int pages) {
        try {
            return PdfBoxReader.attempt(() -> about(document, pages));
        } catch (Refused damaged) {
            return About.NOTHING;
        }
    }

    private static About about(PDDocument document, int pages) {
        var information = document.getDocumentInformation();
        return new About(
                About.line(information.getTitle())
                        .filter(title -> !NO_TITLE.matcher(title).matches()),
                About.line(information.getAuthor()),
                time(information, true),
                time(information, false),
                Labels.of(document, pages));
    }

    private static Optional<Instant> time(PDDocumentInformation information, boolean made) {
        var said = made ? information.getCreationDate() : information.getModificationDate();
        return Optional.ofNullable(said)
                .map(Calendar::toInstant)
                .filter(time -> time.isAfter(FIRST) && time.isBefore(LAST));
    }
}
