package kb.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Uploads a set's documents, asks its questions in each way of searching and in a chat, and judges what comes back. */
final class Evaluation {
    /** The ways by the legs that take part, in the order in which they are reported. */
    static final Map<String, List<String>> WAYS = ways();

    private final Subject subject;
    private final Consumer<String> progress;
    private final Map<String, List<Long>> nanoseconds = new LinkedHashMap<>();

    /** @param progress hears what is being done */
    Evaluation(Subject subject, Consumer<String> progress) {
        this.subject = subject;
        this.progress = progress;
    }

    private static Map<String, List<String>> ways() {
        var ways = new LinkedHashMap<String, List<String>>();
        ways.put("keyword", List.of("keyword"));
        ways.put("vector", List.of("vector"));
        ways.put("fused", List.of("keyword", "vector"));
        return ways;
    }

    Report of(QuestionSet set) throws IOException {
        var documents = read(set);
        var ranked = ranked(set);
        return new Report(
                documents.size(),
                sum(documents, "pages"),
                sum(documents, "chunks"),
                set.questions().size(),
                each(ranked, Quality::of),
                each(ranked, Firsts::of),
                answers(set));
    }

    /** The set's documents, once each can be searched. @throws IllegalStateException when the questions do not fit them */
    Collection<JsonNode> read(QuestionSet set) throws IOException {
        for (var pdf : set.pdfs()) subject.upload(pdf);
        progress.accept("reading " + set.pdfs().size() + " documents");
        var documents = subject.ready();
        var pages = new HashMap<String, Integer>();
        documents.forEach(
                (name, document) -> pages.put(name, document.get("pages").intValue()));
        set.demandPages(pages);
        return documents.values();
    }

    /** How well each way finds the pages of the set's questions. */
    Map<String, Quality> found(QuestionSet set) {
        return each(ranked(set), Quality::of);
    }

    /** What each way finds for each of the set's answerable questions. */
    Map<String, List<Ranking>> ranked(QuestionSet set) {
        var ways = new LinkedHashMap<String, List<Ranking>>();
        WAYS.forEach((way, legs) -> ways.put(way, rankings(way, legs, set.answerable())));
        return ways;
    }

    private static <T> Map<String, T> each(Map<String, List<Ranking>> ways, Function<List<Ranking>, T> of) {
        return ways.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, way -> of.apply(way.getValue())));
    }

    private static int sum(Collection<JsonNode> documents, String field) {
        return documents.stream()
                .mapToInt(document -> document.get(field).intValue())
                .sum();
    }

    private List<Ranking> rankings(String way, List<String> legs, List<Question> questions) {
        var rankings = new ArrayList<Ranking>();
        for (var question : questions) {
            progress.accept("%s search: question %d of %d".formatted(way, rankings.size() + 1, questions.size()));
            var begun = System.nanoTime();
            var pages = subject.search(question.question(), legs);
            nanoseconds.computeIfAbsent(way, _ -> new ArrayList<>()).add(System.nanoTime() - begun);
            rankings.add(new Ranking(question, pages));
        }
        return rankings;
    }

    private Answers answers(QuestionSet set) {
        var answered = 0;
        var cited = 0;
        var quoted = 0;
        var answerable = new ArrayList<Double>();
        for (var question : set.answerable()) {
            var answer = asked(question);
            answerable.add(answer.evidence());
            if (!answer.declined()) answered++;
            if (answer.pages().stream().anyMatch(question::isOn)) cited++;
            if (answer.quotes().stream().anyMatch(question::isAnsweredBy)) quoted++;
        }
        var declined = 0;
        var unanswerable = new ArrayList<Double>();
        for (var question : set.unanswerable()) {
            var answer = asked(question);
            unanswerable.add(answer.evidence());
            if (answer.declined()) declined++;
        }
        return new Answers(
                answerable.size(),
                answered,
                cited,
                (int) set.answerable().stream().filter(Question::statesAnswers).count(),
                quoted,
                unanswerable.size(),
                declined,
                Curve.of(answerable, unanswerable));
    }

    private Subject.Answer asked(Question question) {
        progress.accept("asking: " + question.id());
        return subject.ask(question.question());
    }

    /** Of one way of searching, in milliseconds. @param share 0.5 for the median */
    double milliseconds(String way, double share) {
        var all = nanoseconds.getOrDefault(way, List.of()).stream().sorted().toList();
        if (all.isEmpty()) return 0;
        return all.get((int) Math.min(all.size() - 1, Math.floor(share * all.size()))) / 1e6;
    }
}
