package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.files.DocumentFiles;

/** What must be true once nothing is left to do: every store holds what it should and nothing else. */
record Settled(World world, Model model) {
    void check() {
        model.docs().forEach((id, doc) -> assertNotEquals(Model.Stage.WAITING, doc.stage(), id));
        theIndexHoldsTheLive();
        storageHoldsWhatIsNotErased();
        var residue = world.sight().background().residue().count(World.TENANT);
        assertTrue(residue.isNothing(), () -> "residue: " + residue);
        peopleSeeTheSame();
    }

    private void theIndexHoldsTheLive() {
        var spaces = world.outside().spaces();
        var wanted = world.sight().background().migration().wanted();
        assertTrue(Set.of(wanted).containsAll(spaces.existing()), () -> "indexes: " + spaces.existing());
        var index = spaces.of(wanted);
        var indexed = index.documents(World.TENANT).stream()
                .collect(Collectors.toMap(
                        UUID::toString, id -> index.chunks(World.TENANT, id).size()));
        assertEquals(Expectations.visible(model), new java.util.TreeMap<>(indexed).toString(), "the index");
    }

    private void storageHoldsWhatIsNotErased() {
        var files = new DocumentFiles(world.outside().objects());
        var stored = files.documents(World.TENANT).stream().map(UUID::toString).collect(Collectors.toSet());
        assertEquals(model.docs().keySet(), stored, "storage");
        model.docs().forEach((id, doc) -> {
            var pdf = world.outside().objects().get("%s/%s/source.pdf".formatted(World.TENANT, id));
            assertEquals(
                    Optional.of(true), pdf.map(bytes -> java.util.Arrays.equals(bytes, Contents.pdf(doc.content()))));
        });
    }

    private void peopleSeeTheSame() {
        var wren = new Asking(Asking.app(world.outside()), World.TENANT.id());
        var items = wren.get("/documents", "superseded=true&limit=100").get("items");
        var listed = new ArrayList<>(items.findValuesAsText("document_id"));
        assertEquals(List.copyOf(model.docs().keySet()).reversed(), listed, "the list");
        for (var item : items) {
            var id = item.get("document_id").textValue();
            var doc = model.docs().get(id);
            var held = doc.names().stream().filter(Model.Named::held).toList();
            var shown = held.isEmpty() ? doc.names().getFirst() : held.getFirst();
            assertEquals(shown.filename(), item.get("filename").textValue());
            assertEquals(shown.version(), item.get("version").intValue());
            assertEquals(!held.isEmpty(), item.get("current").booleanValue());
            assertEquals(held.stream().skip(1).map(Model.Named::filename).toList(), texts(item.get("aliases")));
            assertEquals(versions(shown.filename()), shownVersions(wren, id), "versions of " + shown.filename());
        }
    }

    /** The number of each version with its document, highest first. */
    private String versions(String filename) {
        var versions = new java.util.TreeMap<Integer, String>(java.util.Comparator.reverseOrder());
        model.docs().forEach((id, doc) -> doc.names().stream()
                .filter(name -> name.filename().equals(filename))
                .forEach(name -> versions.put(name.version(), id)));
        return versions.toString();
    }

    private static String shownVersions(Asking wren, String id) {
        var shown = new ArrayList<String>();
        for (var item : wren.get("/documents/" + id + "/versions", "limit=100").get("items")) {
            shown.add(item.get("version") + "=" + item.get("document_id").textValue());
        }
        return "{" + String.join(", ", shown) + "}";
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }
}
