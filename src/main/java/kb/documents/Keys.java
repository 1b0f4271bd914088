package kb.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import kb.people.Tenant;
import kb.store.Key;

/** Where the rows of the documents table lie. */
final class Keys {
    static final String WORK = "work";
    static final String DOCUMENT = "doc#";

    private Keys() {}

    static Key document(Tenant tenant, UUID id) {
        return new Key(tenant.id(), DOCUMENT + id);
    }

    /** Which document has these bytes. */
    static Key hash(Tenant tenant, String sha256) {
        return new Key(tenant.id(), "hash#" + sha256);
    }

    /** Which document has this name now. */
    static Key name(Tenant tenant, String filename) {
        return new Key(tenant.id(), "name#" + sha256(filename.getBytes(StandardCharsets.UTF_8)));
    }

    /** One row for each unfinished document. */
    static Key work(Tenant tenant, UUID id) {
        return new Key(WORK, tenant.id() + "#" + id);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
