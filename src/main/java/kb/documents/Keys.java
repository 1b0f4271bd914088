package kb.documents;

import java.util.UUID;
import kb.people.Tenant;
import kb.store.Key;
import kb.store.Sha256;

/** Where the rows of the documents table lie. */
final class Keys {
    static final String WORK = "work";
    static final String TENANTS = "tenants";
    static final String DOCUMENT = "doc#";
    static final String DRAFT = "draft#";

    /** Of which generation all indexes are to be. */
    static final Key GENERATION = new Key("indexes", "generation");

    static final Key IDENTITY = new Key("indexes", "identity");

    private Keys() {}

    static Key document(Tenant tenant, UUID id) {
        return new Key(tenant.id(), DOCUMENT + id);
    }

    /** What was read of these bytes before they are a document. */
    static Key draft(Tenant tenant, String sha256) {
        return new Key(tenant.id(), DRAFT + sha256);
    }

    /** Which documents have these bytes. */
    static Key content(Tenant tenant, String sha256) {
        return new Key(tenant.id(), "hash#" + sha256);
    }

    /** Which document the name leads to. */
    static Key name(Tenant tenant, String filename) {
        return new Key(tenant.id(), "name#" + hashed(filename));
    }

    static Key version(Tenant tenant, Name name) {
        return new Key(tenant.id(), version(name));
    }

    static String version(Name name) {
        return versions(name.filename()) + "%08d".formatted(name.version());
    }

    static String versions(String filename) {
        return "version#" + hashed(filename) + "#";
    }

    /** Which index serves the tenant. */
    static Key index(Tenant tenant) {
        return new Key(tenant.id(), "index");
    }

    /** How many documents are visible. */
    static Key visible(Tenant tenant) {
        return new Key(tenant.id(), "visible");
    }

    static Key quoted(Tenant tenant, UUID document, QuotedIn place) {
        return new Key(tenant.id(), quoted(document) + place.chatId() + "#" + place.messageId());
    }

    static String quoted(UUID document) {
        return "quoted#" + document + "#";
    }

    /** One row for each unfinished thing. */
    static Key work(Tenant tenant, UUID id) {
        return new Key(WORK, tenant.id() + "#" + id);
    }

    /** Says that a document was taken over from another service, however long it lasts here. */
    static Key inherited(Tenant tenant, UUID id) {
        return new Key("inherited#" + tenant.id(), id.toString());
    }

    static Key tenant(Tenant tenant) {
        return new Key(TENANTS, tenant.id());
    }

    static String sha256(byte[] content) {
        return Sha256.hex(content);
    }

    private static String hashed(String name) {
        return Sha256.hex(name);
    }
}
