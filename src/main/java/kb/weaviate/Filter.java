package kb.weaviate;

import io.weaviate.client.v1.filters.Operator;
import io.weaviate.client.v1.filters.WhereFilter;
import io.weaviate.client.v1.graphql.query.argument.WhereArgument;
import java.util.Set;
import java.util.UUID;
import kb.people.Tenant;

/** Which chunks may be looked at or deleted: made of a tenant's id and UUIDs, neither of which holds a quote. */
final class Filter {
    private Filter() {}

    /** @param documents none means all of the tenant's */
    static WhereFilter of(Tenant tenant, Set<UUID> documents) {
        var ofTenant = WhereFilter.builder()
                .path(StoredChunk.TENANT)
                .operator(Operator.Equal)
                .valueText(tenant.id())
                .build();
        if (documents.isEmpty()) return ofTenant;
        var ofDocuments = WhereFilter.builder()
                .path(StoredChunk.DOCUMENT)
                .operator(Operator.ContainsAny)
                .valueText(documents.stream().map(UUID::toString).toArray(String[]::new))
                .build();
        return WhereFilter.builder()
                .operator(Operator.And)
                .operands(ofTenant, ofDocuments)
                .build();
    }

    /** The same as a GraphQL argument, {@code where} and all. */
    static String text(Tenant tenant, Set<UUID> documents) {
        return text(of(tenant, documents));
    }

    /** Only those chunks of a document whose positions are from {@code start} up to but not including {@code end}. */
    static String text(Tenant tenant, UUID documentId, int start, int end) {
        return text(WhereFilter.builder()
                .operator(Operator.And)
                .operands(
                        of(tenant, Set.of(documentId)),
                        position(Operator.GreaterThanEqual, start),
                        position(Operator.LessThan, end))
                .build());
    }

    private static WhereFilter position(String operator, int value) {
        return WhereFilter.builder()
                .path(StoredChunk.POSITION)
                .operator(operator)
                .valueInt(value)
                .build();
    }

    private static String text(WhereFilter filter) {
        return WhereArgument.builder().filter(filter).build().build();
    }
}
