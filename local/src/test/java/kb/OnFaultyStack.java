package kb;

import java.nio.file.Path;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The folder that is deployed, with parts that a test of it makes faulty, and somebody who uses it meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class OnFaultyStack {
    @RegisterExtension
    final ChatProvider models = new ChatProvider();

    FaultyStack stack;
    Deadlined visitor;

    @BeforeAll
    void deploy(@TempDir Path folder) throws Exception {
        stack = new FaultyStack(folder, models);
    }

    @AfterAll
    void remove() throws Exception {
        if (stack != null) stack.close();
    }

    @BeforeEach
    void everythingIsThere() throws Exception {
        visitor = stack.visitor();
    }

    @AfterEach
    void heal() {
        stack.heal();
    }
}
