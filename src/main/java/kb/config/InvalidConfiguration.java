package kb.config;

import java.util.List;

/** The environment's variables do not fit together; the message has one line for each complaint. */
public final class InvalidConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidConfiguration(List<String> complaints) {
        super(String.join("\n", complaints), null, false, false);
    }
}
