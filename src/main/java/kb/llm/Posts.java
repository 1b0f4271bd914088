package kb.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** LangChain4j's HTTP where an answer comes as one, over the client that is there. LangChain4j's own makes another for each model. */
record Posts(Duration timeout) implements HttpClient {
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            var response = Http.CLIENT.send(Http.request(request, request.body(), timeout), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) throw new HttpException(response.statusCode(), response.body());
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(response.body())
                    .build();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("no answer is a stream of events");
    }
}
