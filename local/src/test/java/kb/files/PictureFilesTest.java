package kb.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.pages.Span;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;

class PictureFilesTest {
    private static final Tenant TENANT = new Tenant("mill");
    private static final UUID ID = new UUID(7, 7);
    private static final byte[] PNG = {1, 2, 3};

    private final MemoryObjects objects = new MemoryObjects();
    private final PictureFiles pictures = new PictureFiles(objects);

    private static PictureFiles.Name name(int page, double scale, Span... spans) {
        return new PictureFiles.Name(page, scale, List.of(spans));
    }

    @Test
    void a_picture_is_an_object_of_its_document_and_found_by_all_that_shapes_it() {
        pictures.put(TENANT, ID, name(3, 1.5, new Span(4, 9)), PNG);
        var stored = objects.names("").getFirst();
        assertTrue(stored.matches("mill/" + ID + "/pictures/00000003/0150-[0-9a-f]{32}\\.png"), stored);
        assertArrayEquals(
                PNG, pictures.get(TENANT, ID, name(3, 1.5, new Span(4, 9))).orElseThrow());
        for (var other : List.of(name(3, 1.5), name(3, 1.25, new Span(4, 9)), name(4, 1.5, new Span(4, 9))))
            assertEquals(Optional.empty(), pictures.get(TENANT, ID, other));
        assertEquals(Optional.empty(), pictures.get(new Tenant("harbour"), ID, name(3, 1.5, new Span(4, 9))));
        new DocumentFiles(objects).deleteAll(TENANT, ID);
        assertEquals(List.of(), objects.names(""));
    }

    @Test
    void a_page_keeps_forty_pictures_at_most_whoever_asks_for_what() {
        pictures.put(TENANT, ID, name(2, 1), PNG);
        for (int i = 1; i <= 1000; i++) pictures.put(TENANT, ID, name(1, 1, new Span(0, i)), PNG);
        var kept = objects.names("mill/" + ID + "/pictures/00000001/").size();
        assertTrue(kept > 0 && kept <= 40, kept + " pictures");
        assertTrue(pictures.get(TENANT, ID, name(1, 1, new Span(0, 1000))).isPresent(), "the last one is there");
        assertTrue(pictures.get(TENANT, ID, name(2, 1)).isPresent(), "of another page");
    }
}
