package kb.http;

/** Decides who is asking. */
@FunctionalInterface
public interface Gate {
    /**
     * @return {@link Caller#ANONYMOUS} when the request carries no credentials at all
     * @throws ProblemException with {@link Problem.Unauthenticated} when it carries bad ones
     */
    Caller identify(Request request);
}
