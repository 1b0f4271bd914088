package kb.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kb.documents.Filename;
import kb.documents.Inheritance;
import kb.migration.Account.Entry;
import kb.migration.Account.Fate;
import kb.people.Tenant;

/** Takes over the documents of {@code documents.db} and their earlier versions, name by name. */
final class OldDocuments {
    private final Tenant tenant;
    private final Inheritance inheritance;
    private final boolean dry;
    private final Account account;

    OldDocuments(Tenant tenant, Inheritance inheritance, boolean dry, Account account) {
        this.tenant = tenant;
        this.inheritance = inheritance;
        this.dry = dry;
        this.account = account;
    }

    void take(OldFile file) {
        file.demand(OldVersion.CURRENT);
        var byName = new TreeMap<String, List<OldVersion>>();
        for (var table : List.of(OldVersion.ARCHIVED, OldVersion.CURRENT)) {
            if (!file.has(table)) continue;
            file.each(table, "", row -> {
                var version = OldVersion.of(row);
                byName.computeIfAbsent(version.filename(), _ -> new ArrayList<>())
                        .add(version);
            });
        }
        var names = new OldNames(new TreeSet<>(byName.keySet()));
        byName.forEach((old, versions) -> names.of(old)
                .ifPresentOrElse(
                        name -> take(name, versions),
                        () -> versions.forEach(version -> leave(version, "nothing of its file_name makes a name"))));
    }

    private void take(Filename filename, List<OldVersion> versions) {
        var given = new HashSet<Long>();
        var archived = versions.stream()
                .filter(version -> !version.current())
                .sorted(Comparator.comparing(version -> version.number().orElse(0L)))
                .toList();
        for (var version : archived) {
            if (version.number().isEmpty()) leave(version, "it has no version_number");
            else if (version.source().isEmpty()) leave(version, NO_CHECKSUM);
            else if (!given.add(version.number().get()))
                leave(version, "its name has a version of that number already");
            else take(version, filename, version.number().get());
        }
        var next = given.stream().max(Comparator.naturalOrder()).orElse(0L) + 1;
        for (var version : versions.stream().filter(OldVersion::current).toList()) {
            if (version.source().isEmpty()) leave(version, NO_CHECKSUM);
            else
                take(
                        version,
                        filename,
                        version.number().filter(number -> number >= next).orElse(next));
        }
    }

    private static final String NO_CHECKSUM =
            "its content_hash is no SHA-256, so that nobody could bring its bytes: upload it anew";

    private void take(OldVersion old, Filename filename, long number) {
        var source = old.source().orElseThrow();
        var id = MintedId.of(source.uploadDate(), 0, tenant.id(), old.row().table(), old.name());
        var version = new Inheritance.Version(id, filename, Math.toIntExact(number), old.current(), source);
        var changed = new ArrayList<>(old.changed());
        if (!filename.text().equals(old.filename())) changed.add("it is called \"%s\" here".formatted(filename.text()));
        if (old.number().filter(before -> before == number).isEmpty())
            changed.add("it is version %d here".formatted(number));
        var outcome = dry ? inheritance.look(tenant, version) : inheritance.take(tenant, version);
        switch (outcome) {
            case Inheritance.Outcome.Taken() -> enter(old, Fate.TAKEN, id.toString(), changed);
            case Inheritance.Outcome.TakenBefore() -> enter(old, Fate.TAKEN_BEFORE, id.toString(), changed);
            case Inheritance.Outcome.Uploaded(var document) -> enter(old, Fate.THERE, document.toString(), List.of());
            case Inheritance.Outcome.NameInUse() ->
                leave(old, "its name leads to another document here: rename that one's file, or upload this one");
        }
    }

    private void leave(OldVersion version, String why) {
        enter(version, Fate.LEFT, "", List.of(why));
    }

    private void enter(OldVersion version, Fate fate, String as, List<String> why) {
        Map<String, Object> kept = fate == Fate.LEFT ? version.row().columns() : version.kept();
        account.enter(new Entry(version.row(), version.name(), fate, as, why), kept);
    }
}
