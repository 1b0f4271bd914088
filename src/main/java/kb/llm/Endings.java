package kb.llm;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Says in OpenAI's words why a text ended. LangChain4j knows no others, and a text that ended for a reason unknown to it would count
 * as cut.
 */
record Endings(ServerSentEventListener next) implements ServerSentEventListener {
    /** Inside a text the quotation marks would be escaped. */
    private static final Pattern REASON = Pattern.compile("(?<!\\\\)\"finish_reason\"\\s*:\\s*\"(\\w*)\"");

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        next.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        next.onEvent(translated(event), context);
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        next.onEvent(translated(event));
    }

    @Override
    public void onError(Throwable failure) {
        next.onError(failure);
    }

    @Override
    public void onClose() {
        next.onClose();
    }

    private static ServerSentEvent translated(ServerSentEvent event) {
        return new ServerSentEvent(event.event(), REASON.matcher(event.data()).replaceAll(Endings::translated));
    }

    private static String translated(MatchResult found) {
        var reason = found.group(1).toLowerCase(Locale.ROOT);
        if (reason.isEmpty()) return "\"finish_reason\":null";
        var ours =
                switch (reason) {
                    case "length", "max_tokens", "model_length" -> "length";
                    case "content_filter", "safety", "refusal" -> "content_filter";
                    case "tool_calls", "function_call" -> reason;
                    default -> "stop";
                };
        return "\"finish_reason\":\"" + ours + "\"";
    }
}
