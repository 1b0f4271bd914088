package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.llm.ChatProvider.KEY;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.streamed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import kb.chat.LanguageModel.Prompt;
import kb.chat.LanguageModel.Written;
import kb.usage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenAiLanguageModelTest {
    private static final Duration TIME = Duration.ofSeconds(20);

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    private final List<String> heard = new ArrayList<>();

    private Written write(OpenAiLanguageModel model) {
        return model.write(new Prompt("Be \"brief\".", "Ünïcödé 😀\nwhy?"), heard::add);
    }

    private String text() {
        return String.join("", heard);
    }

    @Test
    void a_prompt_is_sent_as_it_is_and_the_text_comes_in_pieces_with_what_it_took() {
        PROVIDER.stubFor(post(PATH).willReturn(streamed("one ", "two\n", " three 😀")));

        var written = write(PROVIDER.model(KEY, TIME));

        heard.removeIf(String::isEmpty);
        assertEquals(List.of("one ", "two\n", " three 😀"), heard);
        assertEquals(new Written("m-2026", 100, 20, false), written);
        PROVIDER.verify(postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalToJson("""
                {"model": "m", "stream": true, "stream_options": {"include_usage": true}, "messages": [
                  {"role": "system", "content": "Be \\"brief\\"."},
                  {"role": "user", "content": "Ünïcödé 😀\\nwhy?"}]}""")));
    }

    @Test
    void it_speaks_plain_http_1_1_and_signs_with_the_key() {
        PROVIDER.stubFor(post(PATH).willReturn(streamed("x")));

        write(PROVIDER.model(KEY, TIME));

        var request = PROVIDER.getAllServeEvents().getFirst().getRequest();
        assertEquals("HTTP/1.1", request.getProtocol());
        assertFalse(request.containsHeader("Upgrade"));
        assertEquals("Bearer " + KEY, request.getHeader("Authorization"));
    }

    @Test
    void a_text_that_had_to_stop_says_so() {
        PROVIDER.stubFor(
                post(PATH).willReturn(ChatProvider.events(ChatProvider.stream("x") + ChatProvider.last("length"))));

        assertEquals(new Written("m-2026", 0, 0, true), write(PROVIDER.model(KEY, TIME)));
    }

    @Test
    void passing_faults_are_got_over() {
        var scenario = post(PATH).inScenario("passing");
        PROVIDER.stubFor(scenario.whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("busy")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        PROVIDER.stubFor(post(PATH)
                .inScenario("passing")
                .whenScenarioStateIs("busy")
                .willSetStateTo("over")
                .willReturn(aResponse().withStatus(429).withHeader("retry-after", "0")));
        PROVIDER.stubFor(
                post(PATH).inScenario("passing").whenScenarioStateIs("over").willReturn(streamed("at last")));

        write(PROVIDER.model(KEY, TIME));

        assertEquals("at last", text());
        PROVIDER.verify(3, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void a_rotated_key_is_used_from_the_next_call_on() {
        PROVIDER.stubFor(post(PATH).willReturn(streamed("x")));
        var key = new AtomicReference<>("old");
        var model = new OpenAiLanguageModel(PROVIDER::address, key::get, "m", Stage.ANSWER, TIME);

        write(model);
        key.set("new");
        write(model);

        var keys = PROVIDER.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("Authorization"))
                .sorted()
                .toList();
        assertEquals(List.of("Bearer new", "Bearer old"), keys);
    }

    @Test
    void a_reader_that_throws_ends_the_writing() {
        PROVIDER.stubFor(post(PATH).willReturn(streamed("one", "two")));
        var enough = new IllegalStateException("enough");

        var thrown = assertThrows(
                IllegalStateException.class, () -> PROVIDER.model(KEY, TIME).write(new Prompt("rules", "?"), _ -> {
                    throw enough;
                }));

        assertEquals(enough, thrown);
        PROVIDER.verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void neither_address_nor_key_is_asked_for_before_the_first_use() {
        new OpenAiLanguageModel(
                () -> {
                    throw new AssertionError("asked for the address");
                },
                () -> {
                    throw new AssertionError("asked for the key");
                },
                "m",
                Stage.ANSWER,
                TIME);
    }
}
