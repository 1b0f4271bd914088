package kb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.Random;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes PDFs for tests. */
public final class Pdfs {
    private static final float SIZE = 11;

    private Pdfs() {}

    /** One page for each text, its lines as given. */
    public static byte[] of(String... pages) {
        try (var document = new PDDocument()) {
            for (var text : pages) write(document, text);
            return bytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A page of a file that states its title and author, and that it was made on 4 May 2019. */
    public static byte[] about(String title, String author, String text) {
        var made = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        made.setTimeInMillis(Instant.parse("2019-05-04T10:20:30Z").toEpochMilli());
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setAuthor(author);
            document.getDocumentInformation().setCreationDate(made);
            write(document, text);
            return bytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Numbers, which hardly become smaller in a PDF. */
    public static byte[] timetable(int pages) {
        var random = new Random(1);
        var texts = new String[pages];
        for (int i = 0; i < pages; i++) texts[i] = "Ferry " + random.nextLong() + " leaves at " + random.nextLong();
        return of(texts);
    }

    /** Opens with a password only. */
    public static byte[] locked(String password, String text) {
        try (var document = new PDDocument()) {
            write(document, text);
            document.protect(new StandardProtectionPolicy("owner of it", password, new AccessPermission()));
            return bytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(PDDocument document, String text) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), SIZE);
            content.setLeading(SIZE * 1.3f);
            content.newLineAtOffset(72, 760);
            for (var line : text.split("\n")) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        document.setDocumentId(1L); // or each save would give other bytes
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
