package kb.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kb.pages.Page;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;

class PageGroupsTest {
    private static final Tenant TENANT = new Tenant("mill");
    private static final UUID ID = new UUID(7, 7);

    private final List<String> read = new ArrayList<>();
    private final MemoryObjects objects = new MemoryObjects() {
        @Override
        public Optional<byte[]> get(String name) {
            read.add(name);
            return super.get(name);
        }
    };
    private final DocumentFiles files = new DocumentFiles(objects);

    private static Page page(int number) {
        return new Page(number, 595, 842, "Page " + number, List.of());
    }

    private static String name(int first) {
        return "mill/%s/pages/%08d.json.gz".formatted(ID, first);
    }

    private void store(int from, int to) {
        files.putPages(
                TENANT,
                ID,
                IntStream.rangeClosed(from, to).mapToObj(PageGroupsTest::page).toList());
    }

    @Test
    void a_page_is_found_in_its_group_alone() {
        store(1, 25);
        store(26, 50);
        store(51, 60);
        assertEquals(List.of(name(1), name(26), name(51)), objects.names(""));
        for (var number : List.of(1, 25, 26, 50, 51, 60)) {
            assertEquals(Optional.of(page(number)), files.page(TENANT, ID, number));
        }
        assertEquals(List.of(name(1), name(1), name(26), name(26), name(51), name(51)), read);
        assertEquals(Optional.empty(), files.page(TENANT, ID, 61));
        assertEquals(Optional.empty(), files.page(TENANT, ID, 76));
    }

    @Test
    void all_pages_are_walked_through_as_often_as_wanted_and_one_group_is_loaded_at_a_time() {
        store(1, 25);
        store(26, 30);
        var pages = files.allPages(TENANT, ID, 30);
        for (int walk = 0; walk < 2; walk++) {
            read.clear();
            var iterator = pages.iterator();
            for (int number = 1; number <= 30; number++) {
                assertEquals(page(number), iterator.next());
                assertEquals(number <= 25 ? 1 : 2, read.size());
            }
        }
    }

    @Test
    void a_group_that_is_missing_is_not_passed_over() {
        store(1, 25);
        assertThrows(MissingPages.class, () -> files.allPages(TENANT, ID, 30).forEach(page -> {}));
    }
}
