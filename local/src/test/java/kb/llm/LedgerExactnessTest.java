package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.events;
import static kb.llm.ChatProvider.last;
import static kb.llm.ChatProvider.stream;
import static kb.llm.ChatProvider.usage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import kb.chat.AskerGone;
import kb.chat.LanguageModel;
import kb.chat.ModelFailure;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.usage.Accounts;
import kb.usage.Prices;
import kb.usage.Stage;
import kb.usage.Tariff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand calls, with retries, aborts and cut streams: what the provider says it took is what is in the ledger. */
class LedgerExactnessTest {
    private static final Person WREN = new Person(new Tenant("acme"), "wren", "Wren");
    private static final int CALLS = 1_000;

    private static final Provider BOOKS = new Provider();

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(BOOKS))
            .build();

    /** How a call goes on the provider's side. */
    private enum Course {
        PLAIN,
        CUT_SHORT_BY_LENGTH,
        TRIED_AGAIN,
        TRIED_TWICE_AGAIN,
        ENDED_WITHOUT_A_WORD,
        BROKEN_OFF,
        BROKEN_OFF_UNREPORTED,
        REFUSED,
        UNREPORTED,
        ABORTED
    }

    /** Keeps books of what it reports. */
    private static final class Provider implements ResponseDefinitionTransformerV2 {
        private static final Pattern ASKED = Pattern.compile("call (\\d+) ([A-Z_]+)");

        private final Map<Integer, AtomicInteger> attempts = new ConcurrentHashMap<>();
        private final AtomicLong calls = new AtomicLong();
        private final AtomicLong read = new AtomicLong();
        private final AtomicLong written = new AtomicLong();

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            var asked = ASKED.matcher(event.getRequest().getBodyAsString());
            assertTrue(asked.find());
            var number = Integer.parseInt(asked.group(1));
            var attempt =
                    attempts.computeIfAbsent(number, _ -> new AtomicInteger()).incrementAndGet();
            return answer(number, Course.valueOf(asked.group(2)), attempt).build();
        }

        private ResponseDefinitionBuilder answer(int number, Course course, int attempt) {
            var text = stream("say| Text ", number + "\n");
            return switch (course) {
                case PLAIN -> events(text + last("stop") + reported(number));
                case CUT_SHORT_BY_LENGTH -> events(text + last("length") + reported(number));
                case TRIED_AGAIN -> attempt == 1 ? broken(503) : answer(number, Course.PLAIN, attempt);
                case TRIED_TWICE_AGAIN ->
                    attempt < 3 ? broken(attempt == 1 ? 429 : 500) : answer(number, Course.PLAIN, 3);
                case ENDED_WITHOUT_A_WORD ->
                    attempt == 1 ? events(stream("") + reported(number)) : answer(number, Course.PLAIN, attempt);
                case BROKEN_OFF -> events(text + reported(number));
                case BROKEN_OFF_UNREPORTED -> events(text);
                case REFUSED -> events(text + last("content_filter") + reported(number));
                case UNREPORTED, ABORTED -> events(text + last("stop"));
            };
        }

        private static ResponseDefinitionBuilder broken(int status) {
            return aResponse().withStatus(status).withHeader("retry-after", "0");
        }

        private String reported(int number) {
            calls.incrementAndGet();
            read.addAndGet(1_000 + number);
            written.addAndGet(number % 97 + 1);
            return usage(1_000 + number, number % 97 + 1) + "data: [DONE]\n\n";
        }

        @Override
        public String getName() {
            return "books";
        }
    }

    @Test
    void the_ledger_equals_the_providers_books() throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(aResponse()));
        var prices = Prices.parse("m=1/2").orElseThrow();
        var none = OptionalLong.empty();
        var tariff = new Tariff(prices, Optional.of("m"), Optional.empty(), Optional.empty(), none, none);
        var accounts = new Accounts(new MemoryTable(new MovableClock()), tariff, UUID::randomUUID, new MovableClock());
        var model = new OpenAiLanguageModel(
                () -> URI.create(PROVIDER.baseUrl() + "/v1"), () -> "k", "m", Stage.ANSWER, Duration.ofSeconds(60));
        var failed = new AtomicInteger();
        var all = new ArrayList<Callable<Void>>();
        for (int i = 0; i < CALLS; i++) {
            var number = i;
            all.add(() -> {
                var chat = new UUID(0, number % 10);
                accounts.question(WREN, chat).orElseThrow().of(() -> ask(model, number, failed));
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var one : threads.invokeAll(all)) one.get();
        }

        var sums = accounts.month(WREN).sums();
        assertEquals(BOOKS.read.get(), sums.read());
        assertEquals(BOOKS.written.get(), sums.written());
        var unreported = 3 * CALLS / Course.values().length;
        assertEquals(BOOKS.calls.get() + unreported, sums.calls());
        assertTrue(sums.estimatedRead() >= unreported && sums.estimatedWritten() >= unreported, sums::toString);
        assertEquals(
                (sums.read() + sums.estimatedRead()) * 1_000 + (sums.written() + sums.estimatedWritten()) * 2_000,
                sums.nanos());
        assertEquals(4 * CALLS / Course.values().length, failed.get());
    }

    private static Integer ask(LanguageModel model, int number, AtomicInteger failed) {
        var course = Course.values()[number % Course.values().length];
        try {
            model.write(new LanguageModel.Prompt("rules", "call " + number + " " + course), piece -> {
                if (course == Course.ABORTED && !piece.isEmpty()) throw new AskerGone(null);
            });
        } catch (ModelFailure | AskerGone expected) {
            failed.incrementAndGet();
        }
        return number;
    }
}
