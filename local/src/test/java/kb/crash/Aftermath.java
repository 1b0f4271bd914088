package kb.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kb.local.TwinClient;
import kb.store.Sha256;

/** What must be true, once it is healed, of what some people uploaded, replaced and deleted. */
final class Aftermath {
    private final List<Title> titles;
    private final Map<String, Paper> papers = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    Aftermath(List<Title> titles) {
        this.titles = titles;
        for (var title : titles) for (var paper : title.papers()) papers.put(Sha256.hex(paper.pdf()), paper);
    }

    Watch.Promise promise() {
        var kept = new HashSet<String>();
        versions(Title.Fate.KEPT).forEach(version -> kept.add(version.id()));
        var searches = titles.stream()
                .map(title -> new Watch.Search(title.papers(), title.isShown() ? List.of(title.papers()) : List.of()))
                .toList();
        return new Watch.Promise(kept, searches);
    }

    private Stream<Title.Version> versions(Title.Fate fate) {
        return titles.stream().flatMap(title -> title.versions().stream()).filter(version -> version.is(fate));
    }

    List<String> complaints(TwinClient person) throws Exception {
        var documents = new HashMap<String, JsonNode>();
        for (var document : person.documents())
            documents.put(document.get("document_id").textValue(), document);
        for (var document : documents.values()) look(person, document);
        versions(Title.Fate.DELETED)
                .filter(version -> documents.containsKey(version.id()))
                .forEach(version -> complaints.add("deleted, and there: " + version));
        for (var title : titles) {
            title.last()
                    .filter(version -> !documents.containsKey(version.id())
                            || !documents.get(version.id()).get("current").booleanValue())
                    .ifPresent(version -> complaints.add("its name does not lead to " + version));
        }
        return complaints;
    }

    /** Ready, and its chunks are those of the paper that was uploaded. */
    private void look(TwinClient person, JsonNode document) throws Exception {
        var paper = papers.get(document.get("sha256").textValue());
        if (paper == null || !document.get("status").textValue().equals("ready")) {
            complaints.add("not as it should be: " + document);
            return;
        }
        var id = document.get("document_id").textValue();
        var leaves = person.all("/documents/" + id + "/chunks?limit=100").stream()
                .map(chunk -> Paper.Leaf.of(chunk.get("text").textValue()))
                .toList();
        if (!leaves.equals(paper.leaves())) complaints.add("%s has other chunks: %s".formatted(paper, leaves));
        var shown = Sight.of(person, List.of(paper)).shows(paper);
        if (shown != document.get("current").booleanValue())
            complaints.add("%s is shown: %s".formatted(document, shown));
    }
}
