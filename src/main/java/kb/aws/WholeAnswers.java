package kb.aws;

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
        var measured = answer.firstMatchingHeader("content-length")
                .or(() -> answer.firstMatchingHeader("transfer-encoding"))
                .isPresent();
        if (!measured) throw RetryableException.create("the answer was cut off");
    }
}
