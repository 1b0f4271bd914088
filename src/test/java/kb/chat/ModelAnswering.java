package kb.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.files.DocumentFiles;
import kb.masking.Masking;
import kb.pages.Page;
import kb.pages.Span;
import kb.people.Tenant;
import kb.search.Analyser;
import kb.search.Meaning;
import kb.search.Passage;
import kb.search.SearchService;
import kb.search.Selection;
import kb.search.Vector;
import kb.usage.Tariff;

/** A question about a library's guide of two pages, and a model that answers it. */
final class ModelAnswering {
    static final Tenant TENANT = new Tenant("t1");
    static final UUID DOCUMENT = new UUID(0x7000, 1);
    static final String FEES = "The fee for a lost\ncard is 4.50 euros. A new card is ready at once. Ask at the desk.";
    static final String HOURS = "The library opens at nine. A card is needed to enter it.";
    static final String QUESTION = "What is the fee for a lost card?";

    private final DocumentFiles files = new DocumentFiles(new ObjectsInMap(new HashMap<>()));
    final List<ChatEvent> events = new ArrayList<>();
    final List<LanguageModel.Prompt> asked = new ArrayList<>();

    ModelAnswering() {
        files.putPages(
                TENANT,
                DOCUMENT,
                List.of(new Page(1, 595, 842, FEES, List.of()), new Page(2, 595, 842, HOURS, List.of())));
    }

    static Passage passage(int page, String text) {
        return new Passage(
                new UUID(0, page),
                DOCUMENT,
                "guide.pdf",
                2,
                page,
                "",
                text,
                new Span(0, text.length()),
                List.of(),
                1,
                new Passage.Parts(1, 0));
    }

    Answer answer(boolean strict, LanguageModel model, Passage... passages) {
        return answer(QUESTION, strict, model, passages);
    }

    Answer answer(String question, boolean strict, LanguageModel model, Passage... passages) {
        var answers =
                new ModelAnswers(model, files, new Evidence(new Analyser()), new Analyser(), Tariff.FREE, Masking.NONE);
        var embedder = Remote.embedder("guide\nIt rains.");
        var meaning = new Meaning(embedder, Vector.of(new float[] {1, 0}));
        var found = new SearchService.Found(List.of(passages), Optional.of(meaning), List.of());
        return answers.answer(new Question(question, Selection.all(TENANT), strict), found, events::add);
    }

    Answer answer(boolean strict, String written) {
        return answer(strict, saying(written, false), passage(1, FEES), passage(2, HOURS));
    }

    Answer answer(String written) {
        return answer(false, written);
    }

    Answer answer(String question, String written) {
        return answer(question, false, saying(written, false), passage(1, FEES), passage(2, HOURS));
    }

    LanguageModel saying(String written, boolean cutShort) {
        return (prompt, reader) -> {
            asked.add(prompt);
            for (var piece : written.split("(?<=\\G.{5})")) reader.accept(piece);
            return new LanguageModel.Written("m-1", 100, 20, cutShort);
        };
    }
}
