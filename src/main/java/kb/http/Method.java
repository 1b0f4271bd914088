package kb.http;

import java.util.Arrays;
import java.util.Optional;

/** The verbs a route can have. HEAD and OPTIONS are the router's own business. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** Verbs are case-sensitive (RFC 9110, 9.1): {@code get} is nobody's verb. */
    static Optional<Method> named(String verb) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(verb))
                .findFirst();
    }
}
