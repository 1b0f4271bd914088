package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import kb.usage.Stage;

/** An OpenAI-compatible chat service that answers as a test tells it to. */
public final class ChatProvider extends WireMockExtension {
    public static final String KEY = "sk-very-secret";
    /** An answer that is made from what is asked. */
    public static final ResponseDefinitionBuilder WRITING = aResponse().withTransformers("author");

    public static final String PATH = "/v1/chat/completions";

    public ChatProvider() {
        super(newInstance().options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1")));
    }

    /** @param writes what it writes to a prompt: rules and material, whenever it is asked with {@link #WRITING} */
    public ChatProvider(BinaryOperator<String> writes) {
        super(newInstance()
                .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(new Author(writes))));
    }

    private record Author(BinaryOperator<String> writes) implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            var messages = messages(event.getRequest().getBodyAsString());
            var text = writes.apply(
                    messages.get(0).get("content").textValue(),
                    messages.get(1).get("content").textValue());
            return streamed(text.split("(?<=\\n)")).build();
        }

        private static JsonNode messages(String request) {
            try {
                return new ObjectMapper().readTree(request).get("messages");
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        @Override
        public String getName() {
            return "author";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }

    /** The settings of a twin that asks this service. */
    public Map<String, String> settings() {
        return Map.of("OPENAI_MODEL", "m", "OPENAI_API_BASE", address().toString(), "OPENAI_API_KEY", KEY);
    }

    public URI address() {
        return URI.create(baseUrl() + "/v1");
    }

    OpenAiLanguageModel model(String key, Duration timeout) {
        return new OpenAiLanguageModel(this::address, () -> key, "m", Stage.ANSWER, timeout);
    }

    /** A text as a stream of events, in pieces, with what it took. */
    public static ResponseDefinitionBuilder streamed(String... pieces) {
        return events(stream(pieces) + last("stop") + usage(100, 20) + "data: [DONE]\n\n");
    }

    /** No text and no end, and yet it read so many tokens. */
    public static ResponseDefinitionBuilder silent(int read) {
        return events(stream("") + usage(read, 0) + "data: [DONE]\n\n");
    }

    static ResponseDefinitionBuilder events(String body) {
        return aResponse().withHeader("content-type", "text/event-stream").withBody(body);
    }

    public static String stream(String... pieces) {
        var events = new StringBuilder();
        for (var piece : pieces) events.append(chunk(Map.of("content", piece), null));
        return events.toString();
    }

    static String last(String reason) {
        return chunk(Map.of(), reason);
    }

    static String usage(int prompt, int completion) {
        return event(Map.of(
                "model",
                "m-2026",
                "choices",
                List.of(),
                "usage",
                Map.of("prompt_tokens", prompt, "completion_tokens", completion, "total_tokens", prompt + completion)));
    }

    private static String chunk(Map<String, String> delta, String reason) {
        var choice = new java.util.HashMap<String, Object>(Map.of("index", 0, "delta", delta));
        choice.put("finish_reason", reason);
        return event(
                Map.of("id", "c-1", "object", "chat.completion.chunk", "model", "m-2026", "choices", List.of(choice)));
    }

    private static String event(Map<String, ?> json) {
        try {
            return "data: " + new ObjectMapper().writeValueAsString(json) + "\n\n";
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
