package kb;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The enforcer guards the POM; this guards the truth. */
class LeanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kotlin.Unit",
                "io.javalin.Javalin",
                "io.netty.channel.Channel",
                "lombok.Data",
                "org.eclipse.jetty.server.Server"
            })
    void what_is_banned_cannot_be_loaded(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
    }
}
