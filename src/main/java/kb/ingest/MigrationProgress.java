package kb.ingest;

import kb.documents.Indexes;
import kb.documents.Tenants;
import kb.search.Space;

/** How far a change over to other indexes has come. */
public record MigrationProgress(Tenants tenants, Indexes indexes) {
    /** @param tenants that anything was ever found for
     * @param served how many of them are served by what was wanted */
    public record State(int served, int tenants) {
        public boolean done() {
            return served == tenants;
        }
    }

    /** @param generation of the indexes that were wanted; later ones will do */
    public State towards(long generation) {
        var rows = indexes.of(tenants.all()).values();
        var served = rows.stream()
                .filter(row -> row.next().isEmpty())
                .flatMap(row -> row.space().stream())
                .filter(name -> Space.named(name).generation() >= generation)
                .count();
        return new State((int) served, rows.size());
    }
}
