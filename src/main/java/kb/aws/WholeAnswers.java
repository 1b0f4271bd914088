package kb.aws;

import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Notices an answer whose head was cut off. The JDK takes what came of it for all, and without a length it takes nothing
 * for the whole body: DynamoDB would seem to say that an item does not exist.
 */
record WholeAnswers() implements ExecutionInterceptor {
    private static final int OK = 200;

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        var answer = context.httpResponse();
        if (answer.statusCode() != OK || context.httpRequest().method() == SdkHttpMethod.HEAD) return;
        // a body without a length may also end with its connection, when the head says so (RFC 9112, 6.3)
        var measured = Stream.of("content-length", "transfer-encoding", "connection")
                .anyMatch(name -> answer.firstMatchingHeader(name).isPresent());
        if (!measured) throw RetryableException.create("the answer was cut off");
    }
}
