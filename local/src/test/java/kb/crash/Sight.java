package kb.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kb.local.TwinClient;

/** What one search shows of some papers. */
record Sight(Map<String, Set<String>> documents, Set<Paper.Leaf> leaves, Collection<Paper> papers) {
    static Sight of(TwinClient person, Collection<Paper> papers) throws Exception {
        var question = papers.stream().map(Paper::question).distinct().collect(Collectors.joining(" "));
        var documents = new TreeMap<String, Set<String>>();
        var leaves = new HashSet<Paper.Leaf>();
        for (var passage : passages(person, question)) {
            var leaf = Paper.Leaf.of(passage.get("text").textValue());
            if (papers.stream().noneMatch(paper -> paper.probes().contains(leaf))) continue;
            leaves.add(leaf);
            documents
                    .computeIfAbsent(passage.get("filename").textValue(), _ -> new TreeSet<>())
                    .add(passage.get("document_id").textValue());
        }
        return new Sight(documents, leaves, papers);
    }

    private static JsonNode passages(TwinClient person, String question) throws Exception {
        return person.post("/search", Map.of("query", question, "limit", 50), 200)
                .get("passages");
    }

    boolean shows(Paper paper) {
        return leaves.containsAll(paper.probes());
    }

    /** Two versions of a name, or a part of a paper. */
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        documents.forEach((filename, ids) -> {
            if (ids.size() > 1) complaints.add("one search shows two versions of " + filename + ": " + ids);
        });
        for (var paper : papers) {
            var seen = paper.probes().stream().filter(leaves::contains).toList();
            if (!seen.isEmpty() && !shows(paper)) {
                complaints.add("a search shows only a part of %s (%s): %s of %s"
                        .formatted(paper.filename(), paper.word(), seen, paper.probes()));
            }
        }
        return complaints;
    }
}
