package kb.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import kb.Production;
import kb.http.Request;
import kb.http.Router;
import kb.rehearsal.Handshakes;
import kb.rehearsal.Rehearsal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first requests after a snapshot was restored as fast as later ones. */
final class FirstRequests {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRequests.class);

    /** Where nobody waits for the function to be made; a start that somebody waits for would only be longer. */
    private static final Set<String> AHEAD = Set.of("snap-start", "provisioned-concurrency");

    /** Java sees at each 128th call whether a method was called 200 times (Tier0InvokeNotifyFreqLog, Tier3InvocationThreshold). */
    private static final int COMPILED = 256;

    /** What is called so often in a round is compiled in the end. */
    private static final int CALLS = 4;

    static final int ROUNDS = COMPILED / CALLS;

    /** After a collection, which each method's next call pays for. */
    private static final int ROUNDS_AFTERWARDS = 2;

    /** Writes fields without a value too, as Lambda does. */
    private static final ObjectMapper EVENTS = new ObjectMapper();

    private FirstRequests() {}

    /** Whatever goes wrong in it, the function starts. @param variables its environment */
    static void rehearse(Map<String, String> variables, int rounds) {
        if (!AHEAD.contains(variables.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", ""))) return;
        try {
            Production.warmUp(CALLS * rounds);
        } catch (RuntimeException | LinkageError failed) {
            LOG.warn("the SDK is not warm", failed);
        }
        Rehearsal.run(variables, FirstRequests::send, rounds);
        Garbage.collect();
        Rehearsal.run(variables, FirstRequests::send, ROUNDS_AFTERWARDS);
        Handshakes.run(CALLS * rounds / 2);
        Compilers.awaitRest();
        Garbage.collectYoungest();
    }

    /** Calls the function as Lambda's runtime calls the method that the template names, whose first such call takes longer. */
    private static Rehearsal.Answer send(Router router, Request request) {
        try {
            var answer = new ByteArrayOutputStream();
            var event = EVENTS.writeValueAsBytes(ApiGateway.event(request));
            method().invoke(new HttpEntry(router), new ByteArrayInputStream(event), answer, null);
            return answer(HttpEntry.JSON.readTree(answer.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Method method() throws NoSuchMethodException {
        return HttpEntry.class.getMethod("handleRequest", InputStream.class, OutputStream.class, Context.class);
    }

    private static Rehearsal.Answer answer(JsonNode told) {
        var body = told.path("body").asText("");
        return new Rehearsal.Answer(
                told.path("statusCode").intValue(), told.path("isBase64Encoded").booleanValue() ? decoded(body) : body);
    }

    private static String decoded(String body) {
        return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
    }
}
