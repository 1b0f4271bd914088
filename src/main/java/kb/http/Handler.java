package kb.http;

/** What a route does. */
@FunctionalInterface
public interface Handler {
    /** @throws ProblemException for everything the caller must be told */
    Response handle(Call call);
}
