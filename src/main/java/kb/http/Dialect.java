package kb.http;

/** How a door words its errors. Ours is {@link #OURS}; a door for another client brings its own. */
@FunctionalInterface
public interface Dialect {
    Dialect OURS = new ProblemJson();

    Response render(Problem problem, Request request);
}
