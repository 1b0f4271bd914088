package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import kb.chat.LanguageModel.Prompt;
import kb.chat.LanguageModel.Written;
import kb.chat.ModelFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams as services other than OpenAI send them: each tells the same text. */
class CompatibleServicesTest {
    private static final String TEXT = "say| One.\nquote 1| two";

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    private static final String OLLAMA = """
            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"llama3.1","system_fingerprint":"fp_ollama","choices":[{"index":0,"delta":{"role":"assistant","content":"say| One.\\n"},"finish_reason":null}]}

            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"llama3.1","system_fingerprint":"fp_ollama","choices":[{"index":0,"delta":{"role":"assistant","content":"quote 1| two"},"finish_reason":null}]}

            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"llama3.1","system_fingerprint":"fp_ollama","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"stop"}]}

            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"llama3.1","system_fingerprint":"fp_ollama","choices":[],"usage":{"prompt_tokens":26,"completion_tokens":9,"total_tokens":35}}

            data: [DONE]

            """;

    private static final String VLLM = """
            data: {"id":"cmpl-1","object":"chat.completion.chunk","created":1,"model":"qwen","choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}],"usage":null}

            data: {"id":"cmpl-1","object":"chat.completion.chunk","created":1,"model":"qwen","choices":[{"index":0,"delta":{"reasoning_content":"Let me think."},"logprobs":null,"finish_reason":null}],"usage":null}

            data: {"id":"cmpl-1","object":"chat.completion.chunk","created":1,"model":"qwen","choices":[{"index":0,"delta":{"content":"say| One.\\nquote 1| two"},"logprobs":null,"finish_reason":null}],"usage":null}

            data: {"id":"cmpl-1","object":"chat.completion.chunk","created":1,"model":"qwen","choices":[{"index":0,"delta":{"content":""},"logprobs":null,"finish_reason":"stop","stop_reason":null}],"usage":null}

            data: {"id":"cmpl-1","object":"chat.completion.chunk","created":1,"model":"qwen","choices":[],"usage":{"prompt_tokens":26,"total_tokens":35,"completion_tokens":9}}

            data: [DONE]

            """;

    private static final String LM_STUDIO = """
            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"gemma","system_fingerprint":"gemma","choices":[{"index":0,"delta":{"role":"assistant","content":"say| One.\\n"},"logprobs":null,"finish_reason":null}]}

            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"gemma","system_fingerprint":"gemma","choices":[{"index":0,"delta":{"content":"quote 1| two"},"logprobs":null,"finish_reason":null}]}

            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"gemma","system_fingerprint":"gemma","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]}

            data: [DONE]

            """;

    private static final String LLAMA_CPP = """
            data: {"choices":[{"finish_reason":null,"index":0,"delta":{"role":"assistant","content":null}}],"created":1,"id":"c","model":"gpt-oss","system_fingerprint":"b1","object":"chat.completion.chunk"}

            data: {"choices":[{"finish_reason":null,"index":0,"delta":{"content":"say| One.\\nquote 1| two"}}],"created":1,"id":"c","model":"gpt-oss","system_fingerprint":"b1","object":"chat.completion.chunk"}

            data: {"choices":[{"finish_reason":"stop","index":0,"delta":{}}],"created":1,"id":"c","model":"gpt-oss","object":"chat.completion.chunk","usage":{"completion_tokens":9,"prompt_tokens":26,"total_tokens":35},"timings":{"prompt_n":26,"predicted_per_second":31.5}}

            data: [DONE]

            """;

    private static final String EMPTY_REASONS = LM_STUDIO.replace("\"finish_reason\":null", "\"finish_reason\": \"\"");

    /** Ends for a reason of its own, is kept alive with comments, and says nothing of tokens. */
    private static final String GATEWAY = """
            : ping

            data:{"object":"chat.completion.chunk","id":"","created":1,"model":"mixtral","choices":[{"index":0,"delta":{"role":"assistant","content":"say| One.\\n"},"logprobs":null,"finish_reason":null}]}

            : ping

            data:{"object":"chat.completion.chunk","id":"","created":1,"model":"mixtral","choices":[{"index":0,"delta":{"role":"assistant","content":"quote 1| two"},"logprobs":null,"finish_reason":"%s"}]}

            """;

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of("Ollama", OLLAMA, new Written("llama3.1", 26, 9, false)),
                Arguments.of("vLLM", VLLM, new Written("qwen", 26, 9, false)),
                Arguments.of("LM Studio", LM_STUDIO, new Written("gemma", 0, 0, false)),
                Arguments.of("llama.cpp", LLAMA_CPP, new Written("gpt-oss", 26, 9, false)),
                Arguments.of("lines of Windows", LM_STUDIO.replace("\n", "\r\n"), new Written("gemma", 0, 0, false)),
                Arguments.of("eos_token", GATEWAY.formatted("eos_token"), new Written("mixtral", 0, 0, false)),
                Arguments.of("end_turn", GATEWAY.formatted("end_turn"), new Written("mixtral", 0, 0, false)),
                Arguments.of("STOP", GATEWAY.formatted("STOP"), new Written("mixtral", 0, 0, false)),
                Arguments.of("empty until the end", EMPTY_REASONS, new Written("gemma", 0, 0, false)),
                Arguments.of("max_tokens", GATEWAY.formatted("max_tokens"), new Written("mixtral", 0, 0, true)),
                Arguments.of("length", GATEWAY.formatted("length"), new Written("mixtral", 0, 0, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void the_text_is_told_and_what_it_took_where_it_is_said(String service, String stream, Written expected) {
        PROVIDER.stubFor(post(PATH).willReturn(events(stream)));
        var heard = new ArrayList<String>();

        var written = PROVIDER.model(ChatProvider.KEY, Duration.ofSeconds(20)).write(new Prompt("r", "m"), heard::add);

        assertEquals(TEXT, String.join("", heard), service);
        assertEquals(expected, written);
    }

    @Test
    void a_text_may_speak_of_such_reasons() {
        var text = "say| \"finish_reason\": \"\" and \"finish_reason\":\"eos\" \\\"finish_reason\":\"x\"";
        PROVIDER.stubFor(post(PATH).willReturn(ChatProvider.streamed(text)));
        var heard = new ArrayList<String>();

        PROVIDER.model(ChatProvider.KEY, Duration.ofSeconds(20)).write(new Prompt("r", "m"), heard::add);

        assertEquals(text, String.join("", heard));
    }

    @Test
    void a_stream_without_any_end_is_cut() {
        PROVIDER.stubFor(post(PATH).willReturn(events(EMPTY_REASONS.replace("\"stop\"", "\"\""))));
        var model = PROVIDER.model(ChatProvider.KEY, Duration.ofSeconds(20));

        var failure = assertThrows(ModelFailure.class, () -> model.write(new Prompt("r", "m"), _ -> {}));

        assertEquals(ModelFailure.Kind.CUT, failure.kind());
    }
}
