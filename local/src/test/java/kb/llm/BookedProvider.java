package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static kb.llm.ChatProvider.events;
import static kb.llm.ChatProvider.last;
import static kb.llm.ChatProvider.stream;
import static kb.llm.ChatProvider.usage;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import kb.usage.Stage;

/** A provider of chat models and one that embeds, who keeps books of what it reports. */
final class BookedProvider implements ResponseDefinitionTransformerV2 {
    private static final List<Stage> STAGES = List.of(Stage.ANSWER, Stage.REWRITE, Stage.QUESTION_EMBEDDING);
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
        var attempt = attempts.computeIfAbsent(number, _ -> new AtomicInteger()).incrementAndGet();
        var course = Course.valueOf(asked.group(2));
        var embeds = event.getRequest().getUrl().endsWith("/embeddings");
        return (embeds ? vector(number, course, attempt) : answer(number, course, attempt)).build();
    }

    private ResponseDefinitionBuilder vector(int number, Course course, int attempt) {
        if (course == Course.TRIED_AGAIN && attempt == 1) return broken(500);
        var usage = course == Course.UNREPORTED
                ? ""
                : ", \"usage\": {\"prompt_tokens\": %1$d, \"total_tokens\": %1$d}".formatted(1_000 + number);
        if (course != Course.UNREPORTED) book(number, 0);
        return okJson("{\"data\": [{\"index\": 0, \"embedding\": [0.6, 0.8]}]%s}".formatted(usage));
    }

    private ResponseDefinitionBuilder answer(int number, Course course, int attempt) {
        var text = stream("say| Text ", number + "\n");
        return switch (course) {
            case PLAIN -> events(text + last("stop") + reported(number));
            case CUT_SHORT_BY_LENGTH -> events(text + last("length") + reported(number));
            case TRIED_AGAIN -> attempt == 1 ? broken(503) : answer(number, Course.PLAIN, attempt);
            case TRIED_TWICE_AGAIN -> attempt < 3 ? broken(attempt == 1 ? 429 : 500) : answer(number, Course.PLAIN, 3);
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
        book(number, number % 97 + 1);
        return usage(1_000 + number, number % 97 + 1) + "data: [DONE]\n\n";
    }

    private void book(int number, int tokens) {
        calls.incrementAndGet();
        read.addAndGet(1_000 + number);
        written.addAndGet(tokens);
    }

    @Override
    public String getName() {
        return "books";
    }

    /** How a call goes on the provider's side. */
    enum Course {
        PLAIN,
        TRIED_AGAIN,
        UNREPORTED,
        CUT_SHORT_BY_LENGTH,
        TRIED_TWICE_AGAIN,
        ENDED_WITHOUT_A_WORD,
        BROKEN_OFF,
        BROKEN_OFF_UNREPORTED,
        REFUSED,
        ABORTED;

        /** Of the same number of calls that embed; no text breaks off there. */
        private static final int OF_EMBEDDINGS = 3;

        static Course of(int number) {
            return values()[
                    number
                            / STAGES.size()
                            % (stage(number) == Stage.QUESTION_EMBEDDING ? OF_EMBEDDINGS : values().length)];
        }

        boolean isUnreported() {
            return this == UNREPORTED || this == BROKEN_OFF_UNREPORTED || this == ABORTED;
        }

        boolean fails() {
            return this == BROKEN_OFF || this == BROKEN_OFF_UNREPORTED || this == REFUSED || this == ABORTED;
        }
    }

    /** What a call is for. */
    static Stage stage(int number) {
        return STAGES.get(number % STAGES.size());
    }

    long calls() {
        return calls.get();
    }

    long read() {
        return read.get();
    }

    long written() {
        return written.get();
    }
}
