package kb.http;

/** Ends a request with a problem the caller is told about; it is an answer, so it carries no stack trace. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.getClass().getSimpleName(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
