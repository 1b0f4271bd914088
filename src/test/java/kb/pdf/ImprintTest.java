package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import kb.ingest.PdfReader;
import kb.pages.About;
import kb.pages.Page;
import kb.pages.PageLabels;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImprintTest {
    @TempDir
    Path folder;

    private About about(Consumer<PDDocumentInformation> says) throws IOException {
        var file = folder.resolve("said.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            says.accept(document.getDocumentInformation());
            Files.write(file, Drawn.bytes(document));
        }
        var heard = new ArrayList<About>();
        new PdfBoxReader().read(file, 1, new PdfReader.Pages() {
            @Override
            public void about(About about) {
                heard.add(about);
            }

            @Override
            public void take(Page page, int all) {}
        });
        assertEquals(1, heard.size());
        return heard.getFirst();
    }

    private Optional<String> title(String title) throws IOException {
        return about(information -> information.setTitle(title)).title();
    }

    @Test
    void title_author_and_times_are_what_the_file_states() throws IOException {
        var made = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        made.setTimeInMillis(Instant.parse("2019-05-04T10:20:30Z").toEpochMilli());
        var about = about(information -> {
            information.setTitle("A guide to the library");
            information.setAuthor("Ada Merrow");
            information.setCreationDate(made);
        });
        var expected = new About(
                Optional.of("A guide to the library"),
                Optional.of("Ada Merrow"),
                Optional.of(Instant.parse("2019-05-04T10:20:30Z")),
                Optional.empty(),
                PageLabels.NONE);
        assertEquals(expected, about);
    }

    @Test
    void what_cannot_be_seen_is_left_out_and_what_is_long_is_cut() throws IOException {
        assertEquals(Optional.of("A guide to it"), title("\u0007 A\u202E guide\n\tto\u0000  it\uFEFF "));
        assertEquals(Optional.of("𝒜".repeat(About.LONGEST)), title("𝒜".repeat(5_000)));
        assertEquals(Optional.empty(), title("\u0000\u200B"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untitled",
                "Untitled-3",
                "Microsoft Word - report.doc",
                "scan0001.pdf",
                "Slide 1",
                "12345",
                "---"
            })
    void what_a_program_puts_there_is_no_title(String title) throws IOException {
        assertEquals(Optional.empty(), title(title));
    }

    @Test
    void values_of_another_kind_say_nothing() throws IOException {
        for (var name : List.of("Title", "Author", "CreationDate", "ModDate")) {
            var about = about(information -> information.getCOSObject().setInt(COSName.getPDFName(name), 7));
            assertEquals(About.NOTHING, about, name);
        }
        assertEquals(
                About.NOTHING,
                about(information -> information.getCOSObject().setString(COSName.CREATION_DATE, "D:99990101000000Z")));
    }
}
