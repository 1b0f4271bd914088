package kb.people;

/**
 * A user of a tenant.
 *
 * @param id as the token says it: any text
 * @param name for people to read
 */
public record Person(Tenant tenant, String id, String name) {}
