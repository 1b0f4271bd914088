package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static kb.llm.ChatProvider.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kb.chat.AskerGone;
import kb.chat.LanguageModel;
import kb.chat.ModelFailure;
import kb.llm.BookedProvider.Course;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.people.Person;
import kb.people.Tenant;
import kb.search.Embedder;
import kb.store.MovableClock;
import kb.store.Order;
import kb.store.Table;
import kb.usage.Accounts;
import kb.usage.Prices;
import kb.usage.Stage;
import kb.usage.Tariff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand calls of a chat model, one for follow-up questions and one that embeds, with retries, aborts and cut streams: what the
 * provider says it took is what is in the ledger.
 */
class LedgerExactnessTest {
    private static final Person WREN = new Person(new Tenant("acme"), "wren", "Wren");
    private static final int CALLS = 1_000;

    private static final BookedProvider BOOKS = new BookedProvider();

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(BOOKS))
            .build();

    private final LanguageModel chat = model("m", Stage.ANSWER);
    private final LanguageModel mini = model("mini", Stage.REWRITE);
    private final Embedder embedder =
            new OpenAiEmbeddings(LedgerExactnessTest::address, () -> "k", "e", 2, Duration.ofSeconds(60));

    @Test
    void the_ledger_equals_the_providers_books(@TempDir Path folder) throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(aResponse()));
        PROVIDER.stubFor(post("/v1/embeddings").willReturn(aResponse()));
        var clock = new MovableClock();
        try (var database = new SqliteDatabase(folder.resolve("kb.db"))) {
            var table = new SqliteTable(database, "chats", clock);
            var accounts = new Accounts(table, tariff(), UUID::randomUUID, clock);
            var failed = new AtomicInteger();
            inTwenties(number -> accounts.question(WREN, new UUID(0, number % 10))
                    .orElseThrow()
                    .of(() -> ask(number, failed)));

            var sums = accounts.month(WREN).sums();
            assertEquals(BOOKS.read(), sums.read());
            assertEquals(BOOKS.written(), sums.written());
            var unreported = count(Course::isUnreported);
            assertEquals(BOOKS.calls() + unreported, sums.calls());
            assertTrue(sums.estimatedRead() >= unreported && sums.estimatedWritten() > 0, sums::toString);
            assertEquals(
                    (sums.read() + sums.estimatedRead()) * 1_000 + (sums.written() + sums.estimatedWritten()) * 2_000,
                    sums.nanos());
            assertEquals(count(Course::fails), failed.get());
            assertEquals(Set.of("answer", "rewrite", "question_embedding"), stages(table, clock));
        }
    }

    private static Tariff tariff() {
        var prices = Prices.parse("m=1/2,mini=1/2,e=1").orElseThrow();
        var none = OptionalLong.empty();
        return new Tariff(prices, Optional.of("m"), Optional.of("mini"), Optional.of("e"), none, none);
    }

    private static void inTwenties(IntConsumer call) throws Exception {
        var all = new ArrayList<Callable<Void>>();
        for (int i = 0; i < CALLS; i++) {
            var number = i;
            all.add(() -> {
                call.accept(number);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var one : threads.invokeAll(all)) one.get();
        }
    }

    private static long count(Predicate<Course> which) {
        return IntStream.range(0, CALLS).mapToObj(Course::of).filter(which).count();
    }

    private static Set<String> stages(Table table, Clock clock) {
        var month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        var rows = table.query("calls#acme#" + month, "", Order.ASCENDING, CALLS, Optional.empty());
        return rows.items().stream().map(row -> row.text("stage")).collect(Collectors.toSet());
    }

    private static LanguageModel model(String name, Stage stage) {
        return new OpenAiLanguageModel(LedgerExactnessTest::address, () -> "k", name, stage, Duration.ofSeconds(60));
    }

    private static URI address() {
        return URI.create(PROVIDER.baseUrl() + "/v1");
    }

    private Integer ask(int number, AtomicInteger failed) {
        var course = Course.of(number);
        var text = "call " + number + " " + course;
        try {
            switch (BookedProvider.stage(number)) {
                case ANSWER -> write(chat, text, course);
                case REWRITE -> write(mini, text, course);
                default -> embedder.question(text);
            }
        } catch (ModelFailure | AskerGone expected) {
            failed.incrementAndGet();
        }
        return number;
    }

    private static void write(LanguageModel model, String text, Course course) {
        model.write(new LanguageModel.Prompt("rules", text), piece -> {
            if (course == Course.ABORTED && !piece.isEmpty()) throw new AskerGone(null);
        });
    }
}
