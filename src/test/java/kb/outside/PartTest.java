package kb.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTest {
    @ParameterizedTest
    @CsvSource({
        "TABLE,    table,    the database is not answering",
        "STORAGE,  storage,  the file storage is not answering",
        "INDEX,    index,    the search index is not answering",
        "EMBEDDER, embedder, the embedding model is not answering",
        "MODEL,    model,    the chat model is not answering",
        "SECRETS,  secrets,  the secrets store is not answering",
        "KEYS,     keys,     the key set of the tokens' issuer is not answering"
    })
    void a_part_that_is_down_is_named_for_programs_and_for_people(Part part, String word, String sentence) {
        assertEquals(word, part.word());
        assertEquals(sentence, new Unavailable(part, null).getMessage());
        assertEquals(part, new Unavailable(part, null).part());
    }
}
