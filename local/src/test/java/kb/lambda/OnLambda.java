package kb.lambda;

import java.nio.file.Path;
import kb.LambdaEvents;
import kb.Pdfs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A deployment for each test, and somebody who uses it. */
abstract class OnLambda {
    static final byte[] FERRY = Pdfs.of("The ferry leaves the harbour at nine.");
    private static final int ENOUGH = 60_000;

    @TempDir
    Path folder;

    Deployment deployment;
    Caller caller;

    @BeforeEach
    void deploy() throws Exception {
        deployment = new Deployment(folder);
        caller = new Caller(new LambdaEvents(deployment.http()));
    }

    @AfterEach
    void remove() throws Exception {
        deployment.close();
    }

    /** Brings all that waits. @return how many messages */
    int deliver() {
        return deployment.sqs.deliver(deployment.ingest(), ENOUGH);
    }

    String status(String id) throws Exception {
        return caller.document(id).get("status").textValue();
    }
}
