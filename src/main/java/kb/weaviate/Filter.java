package kb.weaviate;

import io.weaviate.client.v1.filters.Operator;
import io.weaviate.client.v1.filters.WhereFilter;
import io.weaviate.client.v1.graphql.query.argument.WhereArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kb.people.Tenant;
import kb.search.PageRange;
import kb.search.Scope;

/** Which chunks may be looked at or deleted: made of a tenant's id, UUIDs, hexadecimal digits and numbers, none of which holds a quote. */
final class Filter {
    private Filter() {}

    static WhereFilter of(Tenant tenant, UUID document) {
        return all(List.of(of(tenant), of(Set.of(document))));
    }

    /** The same as a GraphQL argument, {@code where} and all. */
    static String text(Tenant tenant, UUID document) {
        return text(of(tenant, document));
    }

    /** Only those chunks of a document whose positions are from {@code start} up to but not including {@code end}. */
    static String text(Tenant tenant, UUID document, int start, int end) {
        return text(all(List.of(
                of(tenant, document),
                number(StoredChunk.POSITION, Operator.GreaterThanEqual, start),
                number(StoredChunk.POSITION, Operator.LessThan, end))));
    }

    /** @param scope of all documents, or of some */
    static String text(Scope scope) {
        var filters = new ArrayList<>(List.of(of(scope.tenant())));
        scope.documents().map(Filter::of).ifPresent(filters::add);
        scope.place().pages().map(Filter::of).ifPresent(filters::add);
        scope.place()
                .section()
                .map(section -> text(StoredChunk.SECTIONS, Operator.Equal, section.digits()))
                .ifPresent(filters::add);
        return text(all(filters));
    }

    private static WhereFilter of(Tenant tenant) {
        return text(StoredChunk.TENANT, Operator.Equal, tenant.id());
    }

    private static WhereFilter of(Set<UUID> documents) {
        var ids = documents.stream().map(UUID::toString).toArray(String[]::new);
        return text(StoredChunk.DOCUMENT, Operator.ContainsAny, ids);
    }

    private static WhereFilter of(PageRange pages) {
        return all(List.of(
                number(StoredChunk.PAGE, Operator.GreaterThanEqual, pages.from()),
                number(StoredChunk.PAGE, Operator.LessThanEqual, pages.to())));
    }

    private static WhereFilter all(List<WhereFilter> filters) {
        if (filters.size() == 1) return filters.getFirst();
        return WhereFilter.builder()
                .operator(Operator.And)
                .operands(filters.toArray(WhereFilter[]::new))
                .build();
    }

    private static WhereFilter text(String property, String operator, String... values) {
        return WhereFilter.builder()
                .path(property)
                .operator(operator)
                .valueText(values)
                .build();
    }

    private static WhereFilter number(String property, String operator, int value) {
        return WhereFilter.builder()
                .path(property)
                .operator(operator)
                .valueInt(value)
                .build();
    }

    private static String text(WhereFilter filter) {
        return WhereArgument.builder().filter(filter).build().build();
    }
}
