package kb.repeats;

import java.util.Map;

/** What is to be done about a request with a key. */
public sealed interface Start {
    /** The work: nobody has done it. */
    record Begun(Attempt attempt) implements Start {}

    /** Nothing: it is done, and this is what it takes to answer again. */
    record Answered(Map<String, String> answer) implements Start {
        public Answered {
            answer = Map.copyOf(answer);
        }
    }

    /** Nothing: it is done, but its answer was too large to keep. */
    record AnsweredAtLength() implements Start {}

    /** Nothing: somebody is at it. */
    record Running() implements Start {}

    /** Nothing: the key belongs to another request. */
    record OtherRequest() implements Start {}
}
