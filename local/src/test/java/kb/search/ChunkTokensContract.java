package kb.search;

import static kb.search.Samples.chunk;
import static kb.search.Samples.tenant;
import static kb.search.Samples.texts;
import static kb.search.Samples.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a token is made of, it is found where it stands. */
public interface ChunkTokensContract {
    /** Knows nothing of the tenants of {@link Samples}. */
    ChunkIndex index();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INV-2024/0815",
                "§ 12.3",
                "3.5 %",
                "ISO-27001",
                "anna.berg@example.org",
                "q3_report-final.v2.xlsx",
                "AT&T",
                "C++",
                "10:30",
                "5,67"
            })
    default void an_identifier_finds_where_it_stands_before_its_parts(String identifier) {
        var tenant = tenant();
        var parts = identifier.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        index().put(
                        tenant,
                        List.of(
                                chunk(
                                        ChunkSearchContract.TEA,
                                        0,
                                        "As it was agreed in parts, we refer to %s here.".formatted(parts)),
                                chunk(
                                        ChunkSearchContract.TEA,
                                        1,
                                        "As it was agreed in whole, we refer to %s here.".formatted(identifier)),
                                chunk(ChunkSearchContract.BREAD, 0, "Nothing of the kind."),
                                chunk(ChunkSearchContract.BREAD, 1, "Of flour and of salt.")));
        var found = index().byKeywords(Scope.all(tenant), new Analyser().tokens(identifier), 10);
        assertTrue(texts(found).getFirst().startsWith("As it was agreed in whole"), () -> texts(found)
                .toString());
    }

    @Test
    default void no_tokens_find_nothing() {
        var tenant = tenant();
        index().put(tenant, List.of(chunk(ChunkSearchContract.TEA, 0, "water")));
        assertEquals(List.of(), index().byKeywords(Scope.all(tenant), List.of(), 10));
    }

    @Test
    default void the_last_of_three_hundred_different_tokens_counts_as_well() {
        var tenant = tenant();
        index().put(
                        tenant,
                        List.of(
                                token(ChunkSearchContract.TEA, 0, "word299"),
                                token(ChunkSearchContract.TEA, 1, "word300")));
        var question = IntStream.range(0, 300).mapToObj(n -> "word" + n).toList();
        assertEquals(List.of("word299"), texts(index().byKeywords(Scope.all(tenant), question, 10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "\\", "\\\"", "{", "}}", "$tokens", "\\u0041", "#", "a\"b", "ß", "漢字", "😀", "𝒳", "the", "A",
                "'", "*", "-not", "\u0007", "%s", "[", "a:b", "AND", "~2", "^", "?", "(", "`", "${x}", "\\n"
            })
    default void a_token_finds_itself_and_nothing_else_whatever_it_is_made_of(String token) {
        var tenant = tenant();
        index().put(
                        tenant,
                        List.of(
                                token(ChunkSearchContract.TEA, 0, token),
                                token(ChunkSearchContract.TEA, 1, "other"),
                                token(ChunkSearchContract.TEA, 2, "a"),
                                token(ChunkSearchContract.TEA, 3, "\ufffd\ufffd")));
        assertEquals(List.of(token), texts(index().byKeywords(Scope.all(tenant), List.of(token), 5)));
    }
}
