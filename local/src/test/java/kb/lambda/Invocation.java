package kb.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** What Lambda tells a function of one call. */
record Invocation(String id, int milliseconds) implements Context {
    @Override
    public String getAwsRequestId() {
        return id;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return milliseconds;
    }

    @Override
    public String getLogGroupName() {
        return "tests";
    }

    @Override
    public String getLogStreamName() {
        return "tests";
    }

    @Override
    public String getFunctionName() {
        return "tests";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:000000000000:function:tests:live";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("nobody signs in with Cognito");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("no mobile application calls");
    }

    @Override
    public int getMemoryLimitInMB() {
        return 3008;
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("the log goes to standard output");
    }
}
