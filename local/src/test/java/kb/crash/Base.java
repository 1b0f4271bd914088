package kb.crash;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kb.local.TwinClient;
import kb.local.TwinProcess;

/**
 * Where each run begins: a data directory in which some documents are at home, and an answer that quotes one of them.
 *
 * @param documents the ids of all
 * @param guide the id of the one that is replaced or deleted
 */
record Base(Path folder, Papers papers, Set<String> documents, String guide, State state) {
    static Base in(Path folder, Papers papers) throws Exception {
        try (var place = new Place(folder);
                var twin = TwinProcess.in(folder, place.settings(), List.of());
                var person = new TwinClient(twin.address(), twin.token())) {
            for (var paper : List.of(papers.old(), papers.stays())) person.uploaded(paper.filename(), paper.pdf());
            var guide =
                    person.uploaded(papers.guide().filename(), papers.guide().pdf());
            var leaf = papers.guide().mark(1);
            var answer = person.ask(person.chat(), "What does the leaf that tells of " + leaf + " tell of beside it?");
            var quoted = answer.get("citations").findValuesAsText("document_id");
            assertTrue(quoted.contains(guide), answer::toString);
            try (var unfinished = new Unfinished(place.data())) {
                while (!unfinished.nothing()) Thread.onSpinWait();
            }
            var documents = person.documents().stream()
                    .map(document -> document.get("document_id").textValue())
                    .collect(Collectors.toSet());
            var base = new Base(folder, papers, documents, guide, State.of(person, papers));
            twin.signal("TERM");
            assertNotEquals(0, twin.ended());
            return base;
        }
    }

    /** What a caller may rely on while a run heals. */
    Watch.Promise promise(Operation operation, Noted noted) {
        var kept = new HashSet<>(documents);
        kept.addAll(noted.documents());
        var lines = new ArrayList<>(List.of(List.of(papers.stays())));
        if (operation == Operation.DELETE) kept.remove(guide);
        else lines.add(List.of(papers.guide(), papers.revised()));
        return new Watch.Promise(kept, List.of(new Watch.Search(papers.all(), lines)));
    }
}
