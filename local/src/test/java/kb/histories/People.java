package kb.histories;

import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kb.Inside;
import kb.documents.Description;
import kb.documents.DocumentService;
import kb.documents.Filename;
import kb.documents.Upload;
import kb.people.Person;
import kb.search.Selection;

/** What people ask of the application, and what it says to them in a word. */
record People(Inside inside) {
    private static final Person WREN = new Person(World.TENANT, "wren", "Wren");

    String upload(Operation.Upload upload) {
        var name = new Filename(World.name(upload.name()));
        return switch (inside.uploads().upload(WREN, name, Contents.pdf(upload.content()), upload.replace())) {
            case Upload.Accepted(var document) -> "accepted " + document.documentId();
            case Upload.Known(var document) -> "known " + document.documentId();
            case Upload.NameTaken(var holder) -> "taken " + holder;
            case Upload.TooManyNames _ -> "too many names";
        };
    }

    String deleted(UUID id) {
        return inside.erasure().erase(World.TENANT, id).isPresent() ? "erased" : "none";
    }

    String retried(UUID id) {
        return switch (inside.documents().retry(World.TENANT, id)) {
            case DocumentService.Retry.Begun _ -> "begun";
            case DocumentService.Retry.NotFailed _ -> "not failed";
            case DocumentService.Retry.NoSuchDocument _ -> "none";
        };
    }

    String described(UUID id, String title) {
        var description = new Description(Optional.of(Optional.of(title)), Optional.empty());
        return inside.documents().describe(World.TENANT, id, description).isPresent() ? "described" : "none";
    }

    /** Each document that is found, with the number of its passages. */
    String found() {
        var found = new TreeMap<String, Integer>();
        inside.search()
                .search(Selection.all(World.TENANT), "mill", 1_000)
                .passages()
                .forEach(passage -> found.merge(passage.documentId().toString(), 1, Integer::sum));
        return found.toString();
    }
}
