package kb.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kb.outside.Part;
import kb.people.Tenant;

/** Suggests the same chunks to everybody, whoever asks and whatever for, and keeps how many were asked for, where and by what words. */
class FakeIndex implements ChunkIndex {
    private final List<Hit> byWords;
    private final List<Hit> byMeaning;
    private final List<Integer> limits = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();

    FakeIndex(List<Hit> byWords, List<Hit> byMeaning) {
        this.byWords = byWords;
        this.byMeaning = byMeaning;
    }

    List<Scope> scopes() {
        return scopes;
    }

    List<List<String>> words() {
        return words;
    }

    List<Integer> limits() {
        return limits;
    }

    @Override
    public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
        limits.add(limit);
        scopes.add(scope);
        words.add(tokens);
        return byWords.subList(0, Math.min(limit, byWords.size()));
    }

    @Override
    public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
        return byMeaning.subList(0, Math.min(limit, byMeaning.size()));
    }

    @Override
    public void put(Tenant tenant, List<IndexedChunk> chunks) {
        throw new UnsupportedOperationException("searched only");
    }

    @Override
    public long delete(Tenant tenant, UUID documentId) {
        throw new UnsupportedOperationException("searched only");
    }

    @Override
    public long count(Tenant tenant, UUID documentId) {
        throw new UnsupportedOperationException("searched only");
    }

    @Override
    public Set<UUID> documents(Tenant tenant) {
        throw new UnsupportedOperationException("searched only");
    }

    @Override
    public List<UUID> chunks(Tenant tenant, UUID documentId) {
        throw new UnsupportedOperationException("searched only");
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {}
}
