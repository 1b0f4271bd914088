package kb.chat;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.WRITING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kb.files.DocumentFiles;
import kb.files.MemoryObjects;
import kb.llm.ChatProvider;
import kb.llm.OpenAiLanguageModel;
import kb.masking.Masking;
import kb.pages.Page;
import kb.pages.Span;
import kb.people.Tenant;
import kb.probes.EverythingIsNear;
import kb.search.Analyser;
import kb.search.Meaning;
import kb.search.Passage;
import kb.search.SearchService;
import kb.search.Selection;
import kb.usage.Stage;
import kb.usage.Tariff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A model that invents quotes, changes digits, cites other pages and forges marks. */
class LyingModelTest {
    private static final int ANSWERS = 500;
    private static final Tenant TENANT = new Tenant("t1");
    private static final UUID DOCUMENT = new UUID(0x7000, 1);
    private static final Pattern CITED = Pattern.compile("(.*?) ((?:\\[\\d+])+)");
    private static final Liar LIAR = new Liar(7);

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider((_, _) -> LIAR.answer());

    private final DocumentFiles files = new DocumentFiles(new MemoryObjects());

    @Test
    void no_lie_is_cited_in_five_hundred_answers_and_every_quote_stands_on_its_page() {
        PROVIDER.stubFor(post(PATH).willReturn(WRITING));
        files.putPages(
                TENANT,
                DOCUMENT,
                IntStream.range(0, Liar.PAGES.size())
                        .mapToObj(page -> new Page(page + 1, 595, 842, Liar.PAGES.get(page), List.of()))
                        .toList());
        var model = new OpenAiLanguageModel(PROVIDER::address, () -> "k", "m", Stage.ANSWER, Duration.ofSeconds(60));
        var answers =
                new ModelAnswers(model, files, new Evidence(new Analyser()), new Analyser(), Tariff.FREE, Masking.NONE);
        var passages = IntStream.range(0, Liar.PAGES.size())
                .mapToObj(LyingModelTest::passage)
                .toList();
        var near = Optional.of(Meaning.of(new EverythingIsNear(), Liar.QUESTION));
        var found = new SearchService.Found(passages, near, List.of());
        var cited = 0;
        for (int i = 0; i < ANSWERS; i++) {
            cited += cited(answers.answer(new Question(Liar.QUESTION, Selection.all(TENANT), false), found, _ -> {}));
        }
        assertTrue(cited > ANSWERS / 4, cited + " sentences were cited");
        assertTrue(LIAR.lies().size() > 50, () -> "too few lies: " + LIAR.lies());
    }

    private static Passage passage(int page) {
        var text = Liar.PAGES.get(page);
        var span = new Span(0, text.length());
        return new Passage(
                new UUID(0, page),
                DOCUMENT,
                "a.pdf",
                1,
                page + 1,
                "",
                text,
                span,
                List.of(),
                1,
                new Passage.Parts(1, 0));
    }

    /** How many sentences were cited, none of them a lie. */
    private static int cited(Answer answer) {
        for (var citation : answer.citations()) {
            var page = Liar.PAGES.get(citation.page() - 1);
            var span = citation.span();
            assertEquals(page.substring(span.start(), span.end()), citation.quote());
        }
        var cited = 0;
        for (var line : answer.content().lines().filter(line -> !line.isEmpty()).toList()) {
            var sentence = CITED.matcher(line);
            if (!sentence.matches()) {
                assertTrue(line.endsWith(" [unsupported]"), line);
                continue;
            }
            cited++;
            assertFalse(LIAR.lies().contains(sentence.group(1)), () -> "cited a lie: " + answer);
            assertTrue(LIAR.truths().contains(sentence.group(1)), () -> "neither said nor true: " + answer);
            for (var mark : sentence.group(2).substring(1).split("\\D+"))
                assertTrue(
                        answer.citations()
                                .get(Integer.parseInt(mark) - 1)
                                .quote()
                                .replace('\n', ' ')
                                .contains(sentence.group(1)),
                        () -> "cites something else: " + answer);
        }
        return cited;
    }
}
