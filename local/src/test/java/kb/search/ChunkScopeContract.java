package kb.search;

import static kb.search.Samples.id;
import static kb.search.Samples.tenant;
import static kb.search.Samples.texts;
import static kb.search.Samples.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kb.pages.Chunk;
import kb.pages.Section;
import kb.pages.Span;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which chunks an index looks at, by document, page and section, whichever engine it is and whichever way it searches. */
public interface ChunkScopeContract {
    UUID TEA = new UUID(1, 1);
    UUID BREAD = new UUID(1, 2);
    Section DRINKS = new Section("1", "Drinks");
    Section GREEN = new Section("1.2", "Green tea");
    Section FLOUR = new Section("Chapter IV", "Flour & water");

    /** For vectors of three dimensions; knows nothing of the tenants of {@link Samples}. */
    ChunkIndex index();

    /** All of them hold the word water and look in one direction. */
    private static IndexedChunk chunk(UUID document, int position, int page, String text, Section... path) {
        var chunk = new Chunk(
                id(document, position),
                document,
                position,
                page,
                new Span(0, text.length()),
                path.length == 0 ? "" : path[path.length - 1].title(),
                text,
                List.of(),
                "",
                List.of(path));
        return new IndexedChunk(chunk, List.of("water"), vector(1, position, 3));
    }

    private Tenant filled() {
        var tenant = tenant();
        index().put(
                        tenant,
                        List.of(
                                chunk(TEA, 0, 1, "tea 1"),
                                chunk(TEA, 1, 2, "tea 2", DRINKS),
                                chunk(TEA, 2, 3, "tea 3", DRINKS, GREEN),
                                chunk(TEA, 3, 10, "tea 10", DRINKS, GREEN),
                                chunk(BREAD, 0, 2, "bread 2", FLOUR),
                                chunk(BREAD, 1, 3, "bread 3", FLOUR)));
        index().put(tenant(), List.of(chunk(TEA, 0, 2, "another's tea", DRINKS, GREEN)));
        return tenant;
    }

    private void found(Scope scope, String... expected) {
        assertEquals(Set.of(expected), Set.copyOf(texts(index().byKeywords(scope, List.of("water"), 10))));
        assertEquals(Set.of(expected), Set.copyOf(texts(index().byMeaning(scope, vector(1, 0, 0), 10))));
    }

    private static Scope pages(Tenant tenant, int from, int to) {
        return new Scope(tenant, Optional.empty(), new Place(Optional.of(new PageRange(from, to)), Optional.empty()));
    }

    private static Scope section(Tenant tenant, String name) {
        return new Scope(tenant, Optional.empty(), new Place(Optional.empty(), Optional.of(SectionKey.of(name))));
    }

    @Test
    default void only_the_pages_asked_for_are_searched() {
        var tenant = filled();
        found(pages(tenant, 2, 2), "tea 2", "bread 2");
        found(pages(tenant, 2, 3), "tea 2", "tea 3", "bread 2", "bread 3");
        found(pages(tenant, 3, Integer.MAX_VALUE), "tea 3", "tea 10", "bread 3");
        found(pages(tenant, 4, 9));
    }

    @Test
    default void a_section_is_called_by_its_title_or_its_number_and_holds_those_inside_it() {
        var tenant = filled();
        found(section(tenant, "Green tea"), "tea 3", "tea 10");
        found(section(tenant, "1.2"), "tea 3", "tea 10");
        found(section(tenant, " 1.2  GREEN\ntea. "), "tea 3", "tea 10");
        found(section(tenant, "Drinks"), "tea 2", "tea 3", "tea 10");
        found(section(tenant, "chapter iv"), "bread 2", "bread 3");
        found(section(tenant, "Flour & water"), "bread 2", "bread 3");
    }

    @Test
    default void a_part_of_a_title_is_no_section() {
        var tenant = filled();
        for (var name : List.of("Green", "tea", "2", "1.2 Drinks", "")) found(section(tenant, name));
    }

    @Test
    default void all_that_is_asked_for_must_be_true() {
        var tenant = filled();
        var place = new Place(Optional.of(new PageRange(2, 3)), Optional.of(SectionKey.of("Drinks")));
        found(new Scope(tenant, Optional.empty(), place), "tea 2", "tea 3");
        found(new Scope(tenant, Optional.of(Set.of(TEA)), place), "tea 2", "tea 3");
        found(new Scope(tenant, Optional.of(Set.of(BREAD)), place));
        found(new Scope(tenant, Optional.of(Set.of()), place));
    }

    @Test
    default void as_many_as_asked_for_come_though_a_thousand_others_are_nearer() {
        var tenant = tenant();
        var all = new ArrayList<IndexedChunk>();
        IntStream.range(0, 1_000).forEach(n -> all.add(chunk(TEA, n, 1, "page 1")));
        IntStream.range(1_000, 1_005).forEach(n -> all.add(chunk(TEA, n, 7, "page 7", GREEN)));
        index().put(tenant, all);
        for (var scope : List.of(pages(tenant, 7, 7), section(tenant, "Green tea"))) {
            assertEquals(5, index().byKeywords(scope, List.of("water"), 5).size());
            assertEquals(5, index().byMeaning(scope, vector(1, 0, 0), 5).size());
        }
    }

    @Test
    default void three_thousand_documents_may_be_asked_for() {
        var tenant = tenant();
        var documents = IntStream.range(0, 3_000).mapToObj(n -> new UUID(n, n)).toList();
        index().put(
                        tenant,
                        documents.subList(0, 40).stream()
                                .map(id -> chunk(id, 0, 1, "water " + id))
                                .toList());
        index().put(tenant, List.of(chunk(BREAD, 0, 1, "bread")));
        var scope = new Scope(tenant, Optional.of(Set.copyOf(documents)));
        assertEquals(40, index().byKeywords(scope, List.of("water"), 100).size());
        assertEquals(40, index().byMeaning(scope, vector(1, 0, 0), 100).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "\\\"",
                "a\" OR \"b",
                "}",
                "{{",
                "\"}) { x }",
                "*",
                "?",
                "tea*",
                "%",
                "#",
                "$tokens",
                "\n",
                "'; DROP",
                "ß",
                "漢字",
                "😀",
                "𝒳",
                "\u0000",
                "\ud800",
                "null",
                "[\"a\", \"b\"]",
                "Operator.Like"
            })
    default void a_title_finds_its_own_section_and_no_other_whatever_it_is_made_of(String title) {
        var tenant = tenant();
        index().put(
                        tenant,
                        List.of(
                                chunk(TEA, 0, 1, "own", new Section("", "x" + title)),
                                chunk(TEA, 1, 1, "other", new Section("", "another")),
                                chunk(TEA, 2, 1, "none")));
        found(section(tenant, "x" + title), "own");
        found(section(tenant, "y" + title));
    }
}
