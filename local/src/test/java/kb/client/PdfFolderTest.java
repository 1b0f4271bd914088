package kb.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are taken, and what they are called. */
class PdfFolderTest {
    @TempDir
    Path folder;

    private void file(String path) throws Exception {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private List<String> names(boolean inner) {
        return PdfFolder.in(folder, inner).pdfs().stream()
                .map(LocalPdf::filename)
                .toList();
    }

    @Test
    void pdfs_are_taken_and_nothing_else() throws Exception {
        for (var path : List.of("b.pdf", "A.PDF", "notes.txt", ".hidden.pdf", ".git/c.pdf", "pdf", "d.pdf/e.txt"))
            file(path);
        assertEquals(List.of("A.PDF", "b.pdf"), names(true));
    }

    @Test
    void folders_inside_belong_to_it_unless_not_wanted() throws Exception {
        for (var path : List.of("a.pdf", "x/b.pdf", "x/y/c.pdf")) file(path);
        assertEquals(List.of("a.pdf", "b.pdf", "c.pdf"), names(true));
        assertEquals(List.of("a.pdf"), names(false));
    }

    @Test
    void a_name_that_is_there_twice_says_where_it_lies() throws Exception {
        for (var path : List.of("report.pdf", "2024/report.pdf", "2025/q1/report.pdf", "2025/other.pdf")) file(path);
        assertEquals(List.of("2024 - report.pdf", "other.pdf", "2025 - q1 - report.pdf", "report.pdf"), names(true));
    }

    @Test
    void a_link_to_a_folder_leads_nowhere_and_one_to_a_file_to_it() throws Exception {
        file("x/a.pdf");
        Files.createSymbolicLink(folder.resolve("x/loop"), folder);
        Files.createSymbolicLink(folder.resolve("b.pdf"), folder.resolve("x/a.pdf"));
        Files.createSymbolicLink(folder.resolve("gone.pdf"), folder.resolve("nothing"));
        assertEquals(List.of("b.pdf", "a.pdf"), names(true));
    }
}
