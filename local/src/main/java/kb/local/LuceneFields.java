package kb.local;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import kb.people.Tenant;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.SectionKey;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** How a chunk lies in the index; a tenant is part of every key and every filter. */
final class LuceneFields {
    static final String VECTOR = "vector";
    static final String DOCUMENT = "document";
    private static final String ID = "id";
    private static final String TENANT = "tenant";
    private static final String TOKENS = "tokens/";
    private static final String PAGE = "page";
    private static final String SECTION = "section";

    private static final FieldType COUNTED = counted();

    private LuceneFields() {}

    private static FieldType counted() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    static Term id(Tenant tenant, UUID chunkId) {
        return new Term(ID, tenant.id() + "/" + chunkId);
    }

    /** A field for each tenant: how rare a word is, which its score tells, is counted in a field. */
    static Term token(Tenant tenant, String token) {
        return new Term(TOKENS + tenant.id(), token);
    }

    static Document document(Tenant tenant, IndexedChunk indexed) {
        var chunk = indexed.chunk();
        var document = new Document();
        document.add(new StringField(ID, id(tenant, chunk.id()).bytes(), Field.Store.NO));
        document.add(new StringField(TENANT, tenant.id(), Field.Store.NO));
        document.add(new StringField(DOCUMENT, chunk.documentId().toString(), Field.Store.NO));
        document.add(new Field(TOKENS + tenant.id(), new Tokens(indexed.tokens()), COUNTED));
        document.add(new KnnFloatVectorField(VECTOR, indexed.vector().toArray(), VectorSimilarityFunction.DOT_PRODUCT));
        LuceneChunks.add(document, chunk);
        document.add(new IntPoint(PAGE, chunk.page()));
        for (var section : SectionKey.of(chunk))
            document.add(new StringField(SECTION, section.digits(), Field.Store.NO));
        return document;
    }

    static Query filter(Scope scope) {
        var filter = new BooleanQuery.Builder().add(tenant(scope.tenant()), Occur.FILTER);
        scope.documents().ifPresent(only -> {
            var ids = only.stream().map(id -> new BytesRef(id.toString())).toList();
            filter.add(new TermInSetQuery(DOCUMENT, ids), Occur.FILTER);
        });
        scope.place()
                .pages()
                .ifPresent(pages -> filter.add(IntPoint.newRangeQuery(PAGE, pages.from(), pages.to()), Occur.FILTER));
        scope.place()
                .section()
                .ifPresent(section -> filter.add(new TermQuery(new Term(SECTION, section.digits())), Occur.FILTER));
        return filter.build();
    }

    static Query of(Tenant tenant, UUID documentId) {
        return new BooleanQuery.Builder()
                .add(tenant(tenant), Occur.FILTER)
                .add(new TermQuery(new Term(DOCUMENT, documentId.toString())), Occur.FILTER)
                .build();
    }

    static boolean isTenant(Term term) {
        return term.field().equals(TENANT);
    }

    private static Query tenant(Tenant tenant) {
        return new TermQuery(new Term(TENANT, tenant.id()));
    }

    /** Tokens that are made already. */
    private static final class Tokens extends TokenStream {
        private final Iterator<String> tokens;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Tokens(List<String> tokens) {
            this.tokens = tokens.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!tokens.hasNext()) return false;
            term.append(tokens.next());
            return true;
        }
    }
}
