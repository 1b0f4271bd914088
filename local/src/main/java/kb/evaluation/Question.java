package kb.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Set;

/**
 * A question about a set of PDFs, as a line of {@code questions.jsonl} states it.
 *
 * @param document the file's name
 * @param pages where the answer stands, from 1 on; none when the documents do not answer it
 * @param answers any of which a right quote contains; none when that is not to be judged
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Question(String id, String question, String document, Set<Integer> pages, List<String> answers) {
    Question {
        if (question == null || question.isBlank()) throw new IllegalArgumentException("a question is missing");
        pages = pages == null ? Set.of() : Set.copyOf(pages);
        answers = answers == null ? List.of() : List.copyOf(answers);
        if (!pages.isEmpty() && document == null) throw new IllegalArgumentException("pages of which document?");
        if (pages.stream().anyMatch(page -> page < 1)) throw new IllegalArgumentException("pages begin at 1");
    }

    boolean isAnswerable() {
        return !pages.isEmpty();
    }

    boolean statesAnswers() {
        return !answers.isEmpty();
    }

    boolean isOn(PageOf page) {
        return page.document().equals(document) && pages.contains(page.page());
    }

    /** Whether the quote holds an answer, white space aside. */
    boolean isAnsweredBy(String quote) {
        var plain = plain(quote);
        return answers.stream().anyMatch(answer -> plain.contains(plain(answer)));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A page of a file. */
    record PageOf(String document, int page) {}
}
