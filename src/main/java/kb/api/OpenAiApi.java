package kb.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import kb.http.Call;
import kb.http.Response;

/**
 * The knowledge base as a model of OpenAI's chat completions, so that chat clients can ask it. Nothing is kept: what was said
 * before comes with each request.
 */
public final class OpenAiApi {
    static final String MODEL = "knowledge-base";
    static final String MODEL_THING = "model";
    /** 2026-01-01; clients sort by it. */
    private static final long CREATED = 1_767_225_600;

    private final LooseAsking asking;
    private final Clock clock;

    public OpenAiApi(LooseAsking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    Response models(Call call) {
        call.query().into(() -> MODEL);
        var model = Map.of("id", MODEL, "object", "model", "created", CREATED, "owned_by", MODEL);
        return Response.json(200, Map.of("object", "list", "data", List.of(model)));
    }

    Response complete(Call call) {
        var request = OpenAiRequest.parse(call);
        var asked = asking.ask(Asker.person(call.caller()), request.question(), request.before());
        var answer = new OpenAiAnswer(asked.conversation(), clock.instant().getEpochSecond(), request.usage());
        if (request.stream()) return Response.events(AnswerStream.of(asked.teller(), answer::told));
        return Response.json(200, answer.whole(asked.teller().apply(_ -> {})));
    }
}
