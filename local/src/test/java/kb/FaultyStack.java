package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import kb.lambda.Delivering;
import kb.lambda.DeployedFunction;
import kb.lambda.DeployedStack;
import kb.lambda.FunctionUrl;
import kb.llm.ChatProvider;

/** The folder that is deployed, run as Lambda runs it, on parts each of which can be made faulty. */
final class FaultyStack {
    static final String EMBEDDINGS = "/v1/embeddings";
    static final String FEE = "The fee for a lost card is four euros and fifty cents.";
    private static final Map<String, String> SETTINGS = Map.of(
            "JWT_SECRET_KEY",
            TestTwin.SECRET,
            "RATE_LIMIT_ENABLED",
            "false",
            "OPENAI_API_KEY",
            ChatProvider.KEY,
            "OPENAI_MODEL",
            "m",
            "DEADLINE_SECONDS",
            Long.toString(Deadlined.LIMIT.toSeconds()));

    private final Map<String, FaultyProxy> parts = new ConcurrentHashMap<>();
    private final List<URI> embeddings = new CopyOnWriteArrayList<>();
    private final List<DeployedFunction> others = new CopyOnWriteArrayList<>();
    private final ChatProvider models;
    private final DeployedStack stack;
    private final DeployedFunction http;
    private final DeployedFunction ingest;
    private final Delivering queue;

    FaultyStack(Path folder, ChatProvider models) throws Exception {
        this.models = models;
        stack = new DeployedStack(folder, SETTINGS, this::before);
        http = stack.http();
        ingest = stack.ingest();
        queue = new Delivering(stack, ingest);
    }

    /** The models are one service, behind which there are others. */
    private URI before(String function, String part, URI address) {
        if (!part.equals("MODELS"))
            return parts.computeIfAbsent(part, _ -> new FaultyProxy(address, ""))
                    .address();
        embeddings.add(address);
        return URI.create(models.baseUrl());
    }

    /** Everything is there, and somebody with a document that is ready. */
    Deadlined visitor() throws Exception {
        var target = embeddings.getFirst().toString();
        models.stubFor(post(EMBEDDINGS).willReturn(aResponse().proxiedFrom(target)));
        models.stubFor(post(ChatProvider.PATH)
                .willReturn(ChatProvider.streamed("say| " + FEE + "\n", "quote 1| " + FEE + "\n")));
        return Deadlined.visiting(new FunctionUrl(http));
    }

    /** Another HTTP function, which has been asked for nothing yet. @param own settings that it has besides */
    FunctionUrl another(Map<String, String> own) throws Exception {
        var other = stack.http(own);
        others.add(other);
        return new FunctionUrl(other);
    }

    /** @param part as AWS's variables name it, or {@code INDEX} */
    void suffers(String part, FaultyProxy.Fault fault) {
        parts.get(part).suffer(fault);
    }

    void heal() {
        parts.values().forEach(FaultyProxy::heal);
    }

    void close() throws Exception {
        queue.close();
        for (var other : others) other.close();
        http.close();
        ingest.close();
        stack.close();
        for (var part : parts.values()) part.close();
    }
}
