package kb.usage;

import java.util.Optional;
import java.util.UUID;
import kb.people.Person;
import kb.people.Tenant;

/** For whom and for what a model is asked. @param person absent where nobody asked for it, as when a model takes another's place */
public record Account(Tenant tenant, Optional<Person> person, Optional<UUID> chatId, Optional<UUID> documentId) {
    /** The chat or the document. */
    Optional<UUID> thing() {
        return documentId.or(() -> chatId);
    }

    Purpose purpose() {
        if (documentId.isPresent()) return Purpose.DOCUMENT;
        return chatId.isPresent() ? Purpose.CHAT : Purpose.SEARCH;
    }

    public static Account of(Person person, Optional<UUID> chatId) {
        return new Account(person.tenant(), Optional.of(person), chatId, Optional.empty());
    }

    public static Account of(Tenant tenant, Optional<Person> uploader, UUID documentId) {
        return new Account(tenant, uploader, Optional.empty(), Optional.of(documentId));
    }
}
