package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.llm.ChatProvider.KEY;
import static kb.llm.ChatProvider.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kb.chat.LanguageModel.Prompt;
import kb.chat.LanguageModel.Written;
import kb.chat.ModelFailure;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.usage.Accounts;
import kb.usage.Prices;
import kb.usage.Tariff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts that a month's budget pays for: a question sets 0.024 dollars aside of 0.05. */
class PaidTextsTest {
    private static final Person WREN = new Person(new Tenant("acme"), "wren", "Wren");
    private static final StringValuePattern LONGEST = matchingJsonPath("$.max_tokens", equalTo("4000"));
    private static final StringValuePattern NEWLY = matchingJsonPath("$.max_completion_tokens", equalTo("4000"));
    private static final StringValuePattern USAGE = matchingJsonPath("$.stream_options");
    private static final String WHOLE =
            ChatProvider.stream("one") + ChatProvider.last("stop") + ChatProvider.usage(100, 20);

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    private final MovableClock clock = new MovableClock();
    private final OpenAiLanguageModel model = PROVIDER.model(KEY, Duration.ofSeconds(20));
    private final List<String> heard = new ArrayList<>();
    private final Accounts accounts = accounts();

    private Accounts accounts() {
        var prices = Prices.parse("m=1/2").orElseThrow();
        var budget = OptionalLong.of(50_000_000);
        var tariff =
                new Tariff(prices, Optional.of("m"), Optional.empty(), Optional.empty(), budget, OptionalLong.empty());
        return new Accounts(new MemoryTable(clock), tariff, UUID::randomUUID, clock);
    }

    private Written write() {
        return accounts.question(WREN, new UUID(0, 1))
                .orElseThrow()
                .of(() -> model.write(new Prompt("r", "m"), heard::add));
    }

    @Test
    void a_text_has_a_longest_length() {
        PROVIDER.stubFor(post(PATH).willReturn(ChatProvider.events(WHOLE)));
        assertEquals(new Written("m-2026", 100, 20, false), write());
        PROVIDER.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(LONGEST));
    }

    /** As OpenAI says it for models that think first, and as a gateway before one does that knows of no usage either. */
    @Test
    void a_model_that_takes_it_by_its_new_name_only_is_told_so_from_then_on() {
        PROVIDER.stubFor(post(PATH)
                .withRequestBody(not(NEWLY))
                .willReturn(aResponse().withStatus(400).withBody("""
                {"error": {"message": "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
                 "type": "invalid_request_error", "param": "max_tokens", "code": "unsupported_parameter"}}""")));
        PROVIDER.stubFor(post(PATH)
                .withRequestBody(NEWLY)
                .withRequestBody(USAGE)
                .willReturn(
                        aResponse().withStatus(400).withBody("{\"error\": \"Unknown parameter: stream_options\"}")));
        PROVIDER.stubFor(
                post(PATH).withRequestBody(NEWLY).withRequestBody(not(USAGE)).willReturn(ChatProvider.events(WHOLE)));
        for (int i = 0; i < 3; i++) assertEquals(new Written("m-2026", 100, 20, false), write());
        PROVIDER.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(LONGEST));
        PROVIDER.verify(4, postRequestedFor(urlEqualTo(PATH)).withRequestBody(NEWLY));
    }

    @Test
    void an_attempt_that_took_too_much_is_the_last_one() {
        PROVIDER.stubFor(post(PATH).willReturn(ChatProvider.silent(45_000)));
        var failure = assertThrows(ModelFailure.class, this::write);
        assertEquals(ModelFailure.Kind.UNAFFORDABLE, failure.kind());
        assertTrue(failure.retryAfter().orElseThrow().toDays() > 20);
        PROVIDER.verify(1, postRequestedFor(urlEqualTo(PATH)));
        assertEquals(45_000_000, accounts.month(WREN).sums().nanos());
        assertEquals(OptionalLong.of(5_000_000), accounts.month(WREN).left());
    }

    @Test
    void a_provider_that_knows_of_no_longest_length_is_not_heard_beyond_it() {
        var text = ChatProvider.stream("x".repeat(9_000), "x".repeat(7_000), "y", "z".repeat(90_000));
        PROVIDER.stubFor(post(PATH).willReturn(ChatProvider.events(text + ChatProvider.last("stop"))));
        assertEquals(new Written("m", 0, 0, true), write());
        assertEquals(16_000, String.join("", heard).length());
        assertEquals(4_001, accounts.month(WREN).sums().estimatedWritten());
    }
}
