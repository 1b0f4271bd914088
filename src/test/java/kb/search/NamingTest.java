package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kb.documents.Document;
import kb.documents.Lease;
import kb.documents.Name;
import kb.documents.Progress;
import kb.documents.Source;
import kb.documents.State;
import kb.documents.Status;
import kb.pages.Chunk;
import kb.pages.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a few files a question names, and what else it says. */
class NamingTest {
    private static final List<String> FILES = List.of(
            "BRIGHTWELLFOODS_2021_10K.pdf",
            "BRIGHTWELLFOODS_2022_10K.pdf",
            "PineCrest 2022 10K.PDF",
            "staff-handbook.pdf",
            "Straße.pdf");

    private static Document document(int number, Name... names) {
        var state = new State(Status.READY, Progress.NONE, Optional.empty(), List.of(), 0, Lease.NONE, Instant.EPOCH);
        var source = new Source("", 1, "wren", Instant.EPOCH);
        return new Document(new UUID(0, number), source, List.of(names), Optional.empty(), List.of(), state, 0);
    }

    private static Naming naming(String question) {
        var documents = new ArrayList<Document>();
        for (var file : FILES) documents.add(document(documents.size(), new Name(file, 1, true)));
        return Naming.of(question, documents, List::of);
    }

    /** Each named file by its number, with its share. */
    private static String named(Naming naming) {
        var named = new TreeMap<Long, String>();
        naming.shares().forEach((id, share) -> named.put(id.getLeastSignificantBits(), "%.1f".formatted(share)));
        return named.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            What did Brightwell Foods earn in FY2022?       | {1=0.8}         | what did   earn in  ?
            What did Brightwell Foods earn in its 2021 10-K | {0=1.0}         | what did   earn in its   -
            How did Brightwell Foods' sales change?         | {0=0.3, 1=0.4}  | how did  ' sales change?
            What is Pinecrest's tax rate?                   | {2=0.5}         | what is   tax rate?
            What does the staff handbook say of dogs?       | {3=1.0}         | what does the   say of dogs?
            Who wrote the handbooks?                        | {3=0.5}         | who wrote the  ?
            Wie lang ist die STRASSE hier?                  | {4=1.0}         | wie lang ist die  hier?""")
    void a_question_names_the_file_whose_words_it_says_however_they_are_joined(
            String question, String files, String rest) {
        var naming = naming(question);
        assertEquals(files, named(naming));
        assertEquals(
                rest.replaceAll("\\s+", " "),
                naming.rest().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"What happened then?", "The food was bright and well.", "What is a 10-K?", "", "?!"})
    void other_questions_name_none_and_lose_no_word(String question) {
        var naming = naming(question);
        assertTrue(naming.isNone());
        assertEquals(question, naming.rest());
        assertEquals(1, naming.kept(new UUID(0, 1)));
    }

    @Test
    void what_all_files_are_called_names_none() {
        var both = List.of(document(1, new Name("report.pdf", 1, true)), document(2, new Name("report.PDF", 1, true)));
        assertTrue(Naming.of("What does the report say?", both, List::of).isNone());
    }

    @Test
    void a_word_that_the_other_documents_speak_of_names_none_and_counts_beside_one_that_they_do_not() {
        var kernel = document(1, new Name("kernel 2021.pdf", 1, true));
        var fans = document(2, new Name("Best Fans 2021.pdf", 1, true));
        var cars = document(3, new Name("Best Fans 2022.pdf", 1, true));
        var documents = List.of(kernel, fans, cars);
        var suggested = List.of(chunk(2, "A new kernel of 2022"), chunk(3, "since 2021, the Kernel"), chunk(1, "2022"));
        assertTrue(Naming.of("How do I load the kernel?", documents, () -> suggested)
                .isNone());
        assertEquals("{1=0.7}", named(Naming.of("How do I load the kernel?", documents, List::of)));
        assertTrue(Naming.of("What of 2022?", documents, () -> suggested).isNone());
        assertEquals("{3=1.0}", named(Naming.of("What of best fans in 2022?", documents, () -> suggested)));
    }

    private static Chunk chunk(int document, String text) {
        return new Chunk(
                new UUID(1, document), new UUID(0, document), 0, 1, new Span(0, text.length()), "", text, List.of());
    }

    @Test
    void every_name_that_leads_to_a_document_counts_and_no_other() {
        var aliased = document(
                1, new Name("old.pdf", 1, false), new Name("scan.pdf", 1, true), new Name("guide.pdf", 1, true));
        var other = document(2, new Name("map.pdf", 1, true));
        assertEquals("{1=1.0}", named(Naming.of("What does the guide say?", List.of(aliased, other), List::of)));
        assertTrue(Naming.of("What of the old one?", List.of(aliased, other), List::of)
                .isNone());
    }

    @Test
    void the_more_of_its_name_is_said_the_more_a_document_keeps() {
        var naming = naming("What does the 10-K of Brightwell Foods for 2021 say?");
        assertEquals(1.0, naming.kept(new UUID(0, 0)), 1e-12);
        assertEquals(0.3, naming.kept(new UUID(0, 1)), 1e-12);
        assertEquals(0.65, naming("Who wrote the handbook?").kept(new UUID(0, 3)), 1e-12);
    }
}
