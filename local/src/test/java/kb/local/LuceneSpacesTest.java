package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kb.outside.Unavailable;
import kb.search.Samples;
import kb.search.Space;
import kb.search.Spaces;
import kb.search.SpacesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSpacesTest implements SpacesContract {
    private static final Space SPACE = new Space("model", 3, 0);
    private static final UUID DOCUMENT = new UUID(1, 1);

    private final Path folder;
    private LuceneSpaces spaces;

    LuceneSpacesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() {
        spaces = new LuceneSpaces(folder);
    }

    @AfterEach
    void close() {
        spaces.close();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    private Set<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return new TreeSet<>(all.map(path -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void each_has_a_folder_of_its_name_and_is_there_after_a_restart() throws IOException {
        var tenant = Samples.tenant();
        var other = new Space("vendor/model", 3, 2);
        spaces.of(SPACE).put(tenant, List.of(Samples.token(DOCUMENT, 0, "word")));
        spaces.of(other).put(tenant, List.of());
        assertEquals(Set.of("model.3.0-2", "vendor_2fmodel.3.2-2"), names());
        close();
        open();
        assertEquals(Set.of(SPACE, other), spaces.existing());
        assertEquals(1, spaces.of(SPACE).count(tenant, DOCUMENT));
        assertTrue(spaces.isEmpty(other));
        assertTrue(spaces.isEmpty(new Space("never", 3, 0)));
    }

    @Test
    void of_a_dropped_one_nothing_is_left_and_another_process_may_make_it_again() throws IOException {
        var tenant = Samples.tenant();
        spaces.of(SPACE).put(tenant, List.of(Samples.token(DOCUMENT, 0, "word")));
        spaces.drop(SPACE);
        assertEquals(Set.of(), names());
        close();
        open();
        spaces.of(SPACE).put(tenant, List.of(Samples.token(DOCUMENT, 1, "word")));
        assertEquals(1, spaces.of(SPACE).count(tenant, DOCUMENT));
    }

    @Test
    void what_was_half_deleted_and_an_index_that_lies_beside_the_folders_are_removed_at_the_start() throws IOException {
        var tenant = Samples.tenant();
        spaces.of(SPACE).put(tenant, List.of(Samples.token(DOCUMENT, 0, "word")));
        close();
        Files.createDirectories(folder.resolve("gone.3.0.dropped/deeper"));
        Files.writeString(folder.resolve("gone.3.0.dropped/deeper/_0.cfs"), "half");
        try (var index = new LuceneIndex(folder)) {
            index.put(tenant, List.of(Samples.token(DOCUMENT, 0, "word")));
        }
        open();
        assertEquals(Set.of("model.3.0-2"), names());
        assertEquals(1, spaces.of(SPACE).count(tenant, DOCUMENT));
    }

    @Test
    void a_folder_that_is_no_index_is_left_alone() throws IOException {
        Files.createDirectories(folder.resolve("model.3.7"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        close();
        open();
        assertEquals(Set.of(), spaces.existing());
        assertEquals(Set.of("model.3.7", "notes.txt"), names());
    }

    @Test
    void a_second_opening_is_refused_and_told_what_to_do() {
        spaces.of(SPACE).put(Samples.tenant(), List.of());
        var refused = assertThrows(IllegalStateException.class, () -> new LuceneSpaces(folder));
        assertEquals(
                "another process uses the index in " + folder.resolve("model.3.0-2") + ": stop it first",
                refused.getMessage());
    }

    @Test
    void a_folder_that_cannot_be_made_later_is_an_index_that_does_not_answer() throws IOException {
        Files.writeString(folder.resolve("model.3.0-2"), "in the way");
        assertThrows(Unavailable.class, () -> spaces.of(SPACE));
    }
}
