package kb.api;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kb.chat.ChatRecords;
import kb.chat.Message;
import kb.chat.Rating;
import kb.chat.Transcript;
import kb.http.Call;
import kb.http.Fields;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;

/** {@link ChatRecords} in HTTP's words: a conversation to take along, and what its asker thinks of an answer. */
public final class ChatRecordsApi {
    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_NAME = 60;

    private final ChatRecords records;
    private final Clock clock;

    public ChatRecordsApi(ChatRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    record TranscriptJson(ChatsApi.ChatJson chat, List<Message> messages) {}

    /** Markdown is what people keep; JSON has everything. */
    Response export(Call call) {
        var id = call.id("chat_id", "chat");
        var json = json(call.query());
        var transcript = records.transcript(Asker.person(call.caller()), id).orElseThrow(() -> absent("chat", id));
        var answer = json
                ? Response.json(200, new TranscriptJson(ChatsApi.ChatJson.of(transcript.chat()), transcript.messages()))
                : Response.text(200, "text/markdown; charset=utf-8", ChatMarkdown.of(transcript, clock.instant()));
        return answer.with("content-disposition", "attachment; filename=\"" + filename(transcript, json) + "\"");
    }

    private static boolean json(Fields query) {
        var format = query.optionalText("format", 20).orElse("markdown");
        if (!format.equals("markdown") && !format.equals("json")) {
            query.complain("format", "must be markdown or json", format);
        }
        return query.into(() -> format.equals("json"));
    }

    /** Of a title only what no system minds in a file's name. */
    private static String filename(Transcript transcript, boolean json) {
        var words =
                transcript.chat().title().orElse("").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var name = words.substring(0, Math.min(words.length(), LONGEST_NAME)).replaceAll("^-|-$", "");
        return "chat" + (name.isEmpty() ? "" : "-" + name) + (json ? ".json" : ".md");
    }

    record Verdict(Rating rating, Optional<String> comment) {
        static Verdict parse(Call call) {
            var fields = call.fields();
            var word = fields.text("rating", 20);
            var rating =
                    switch (word) {
                        case "up" -> Rating.UP;
                        case "down" -> Rating.DOWN;
                        case "" -> Rating.DOWN; // complained about already
                        default -> fields.complain("rating", "must be up or down", Rating.DOWN);
                    };
            var comment = fields.optionalText("comment", LONGEST_COMMENT);
            return fields.into(() -> new Verdict(rating, comment));
        }
    }

    Response rate(Call call) {
        var verdict = Verdict.parse(call);
        var chat = call.id("chat_id", "chat");
        var message = call.id("message_id", "answer");
        return Response.json(
                200,
                records.rate(Asker.person(call.caller()), chat, message, verdict.rating(), verdict.comment())
                        .orElseThrow(() -> absent("answer", message)));
    }

    private static ProblemException absent(String what, UUID id) {
        return new ProblemException(new Problem.NotFound(what, id.toString()));
    }
}
