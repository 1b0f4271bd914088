package kb.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which document comes first, for each question that any was found for. */
record Firsts(Map<String, String> documents) {
    Firsts {
        documents = Map.copyOf(documents);
    }

    static Firsts of(List<Ranking> rankings) {
        var documents = new LinkedHashMap<String, String>();
        for (var ranking : rankings) {
            if (!ranking.pages().isEmpty())
                documents.put(
                        ranking.question().question(),
                        ranking.pages().getFirst().document());
        }
        return new Firsts(documents);
    }

    /** @param same of the questions of both */
    record Agreement(int same, int questions) {
        double share() {
            return questions == 0 ? 1 : (double) same / questions;
        }
    }

    Agreement with(Firsts others) {
        var both = documents.keySet().stream()
                .filter(others.documents()::containsKey)
                .toList();
        var same = both.stream()
                .filter(question ->
                        documents.get(question).equals(others.documents().get(question)))
                .count();
        return new Agreement((int) same, both.size());
    }
}
