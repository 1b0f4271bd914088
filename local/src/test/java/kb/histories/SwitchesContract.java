package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kb.Inside;
import kb.documents.Filename;
import kb.documents.Upload;
import kb.ingest.Result;
import kb.ingest.Shift;
import kb.local.LuceneIndex;
import kb.local.LuceneSpaces;
import kb.people.Person;
import kb.people.Tenant;
import kb.search.Selection;
import kb.store.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While one version takes another's place, every answer is made of one of them: not of both, not of none. */
interface SwitchesContract {
    int SWITCHES = Integer.getInteger("kb.switches", 100);
    int SEARCHERS = 3;
    int PAGES = 3;

    Table table();

    private static byte[] version(int number) {
        var pages = new String[PAGES];
        for (int page = 0; page < PAGES; page++)
            pages[page] = "Mill %d of river %d grinds corn.".formatted(page, number);
        return TextReader.pdf(pages);
    }

    @Test
    default void every_answer_during_a_hundred_switches_has_one_version(@TempDir Path folder) throws Exception {
        try (var index = new LuceneIndex(folder)) {
            var parts = Parts.around(table(), index);
            var inside = Inside.of(parts.outside());
            var wren = new Person(new Tenant(UUID.randomUUID().toString()), "wren", "Wren");
            replace(parts, inside, wren, 0);
            var switching = new AtomicBoolean(true);
            var seen = Together.at(SEARCHERS + 1, number -> {
                if (number > 0) return answers(inside, wren.tenant(), switching);
                try {
                    for (int i = 1; i <= SWITCHES; i++) replace(parts, inside, wren, i);
                } finally {
                    switching.set(false);
                }
                return Map.<String, Integer>of();
            });
            var answers = new TreeMap<String, Integer>();
            seen.forEach(one -> one.forEach((answer, times) -> answers.merge(answer, times, Integer::sum)));
            assertEquals(Set.of("right"), answers.keySet(), answers::toString);
        }
    }

    /** Nor while the index is made anew again and again. */
    @Test
    default void nor_does_a_change_of_the_index_make_an_answer_of_two_versions_or_of_none(@TempDir Path folder)
            throws Exception {
        try (var spaces = new LuceneSpaces(folder)) {
            var parts = Parts.over(table(), spaces);
            var inside = Inside.of(parts.outside());
            var migration = inside.background().migration();
            var wren = new Person(new Tenant(UUID.randomUUID().toString()), "wren", "Wren");
            replace(parts, inside, wren, 0);
            var switching = new AtomicBoolean(true);
            var changing = new AtomicBoolean(true);
            var changes = new AtomicInteger();
            var seen = Together.at(SEARCHERS + 2, number -> switch (number) {
                case 0 -> {
                    try {
                        for (int i = 1; i <= SWITCHES / 10 || changes.get() < 2 && changing.get(); i++)
                            replace(parts, inside, wren, i);
                    } finally {
                        switching.set(false);
                    }
                    yield Map.<String, Integer>of();
                }
                case 1 -> {
                    try {
                        for (; switching.get(); changes.incrementAndGet()) {
                            migration.again();
                            migration.run(() -> {});
                        }
                    } finally {
                        changing.set(false);
                    }
                    yield Map.<String, Integer>of();
                }
                default -> answers(inside, wren.tenant(), switching);
            });
            assertTrue(changes.get() > 1, seen::toString);
            for (var answers : seen.subList(2, seen.size()))
                assertEquals(Set.of("right"), answers.keySet(), seen::toString);
            migration.run(() -> {});
            assertEquals(Set.of(migration.wanted()), spaces.existing());
            assertEquals(
                    1, spaces.of(migration.wanted()).documents(wren.tenant()).size());
        }
    }

    private static void replace(Parts parts, Inside inside, Person wren, int number) {
        var upload = inside.uploads().upload(wren, new Filename("mills.pdf"), version(number), true);
        assertInstanceOf(Upload.Accepted.class, upload);
        var work = parts.queue().remove();
        while (inside.background().worker().work(work, Shift.endless("worker")) == Result.LATER) Thread.onSpinWait();
    }

    /** How often each kind of answer came. */
    private static Map<String, Integer> answers(Inside inside, Tenant tenant, AtomicBoolean switching) {
        var answers = new TreeMap<String, Integer>();
        do {
            answers.merge(answer(inside, tenant), 1, Integer::sum);
        } while (switching.get());
        return answers;
    }

    private static String answer(Inside inside, Tenant tenant) {
        var versions = new TreeMap<Integer, Integer>();
        inside.search()
                .search(Selection.all(tenant), "which mill grinds corn", 10)
                .passages()
                .forEach(passage -> versions.merge(passage.version(), 1, Integer::sum));
        if (versions.isEmpty()) return "none";
        if (versions.size() > 1) return "of " + versions.size() + " versions";
        return versions.containsValue(PAGES) ? "right" : "part of a version";
    }
}
