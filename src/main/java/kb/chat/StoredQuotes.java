package kb.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.documents.Catalog;
import kb.documents.Cautions;
import kb.documents.Document;
import kb.documents.Quotations;
import kb.documents.QuotedIn;
import kb.people.Tenant;

/** The text of documents in stored answers: it is there only while its documents are. */
public final class StoredQuotes {
    /** No answer is still being stored so long after its id was made. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final Quotations quotations;
    private final Conversations conversations;
    private final Catalog catalog;
    private final Clock clock;

    public StoredQuotes(Quotations quotations, Conversations conversations, Catalog catalog, Clock clock) {
        this.quotations = quotations;
        this.conversations = conversations;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Makes an answer known to the documents it holds text of; returns it without the text of those that are gone, and with what to
     * know of the others.
     */
    Message noted(Tenant tenant, Message answer) {
        var message = answer;
        while (!quotations.note(tenant, message.documents(), place(message))) {
            for (var gone : gone(tenant, message.documents())) message = message.without(gone);
        }
        return message.warning(new Cautions(catalog).of(tenant, message.documents()));
    }

    /** An answer that nobody keeps, likewise. */
    Message unkept(Tenant tenant, Message answer) {
        var message = answer;
        for (var gone : gone(tenant, message.documents())) message = message.without(gone);
        return message.warning(new Cautions(catalog).of(tenant, message.documents()));
    }

    /** After an answer was stored: takes out the text of documents that went meanwhile. */
    void checkAgain(Tenant tenant, Message stored) {
        for (var gone : gone(tenant, stored.documents())) conversations.erase(tenant, place(stored), gone);
    }

    /** The answer was not stored, or is deleted. */
    void forget(Tenant tenant, Message message) {
        for (var document : message.documents()) quotations.forget(tenant, document, place(message));
    }

    private Set<UUID> gone(Tenant tenant, Collection<UUID> documents) {
        var gone = new HashSet<>(documents);
        gone.removeAll(catalog.find(tenant, documents).stream()
                .map(Document::documentId)
                .collect(Collectors.toSet()));
        return gone;
    }

    private static QuotedIn place(Message message) {
        return new QuotedIn(message.chatId(), message.messageId());
    }

    /** Replaces every quote of a document in stored answers by a mark, and returns how many there were. */
    public long erase(Tenant tenant, UUID document) {
        var erased = 0L;
        for (var place : quotations.of(tenant, document)) {
            var quotes = conversations.erase(tenant, place, document);
            if (quotes.isPresent() || hasSettled(place)) quotations.forget(tenant, document, place);
            erased += quotes.orElse(0L);
        }
        return erased;
    }

    /** An answer that is announced and not there may still be on its way into the store. */
    private boolean hasSettled(QuotedIn place) {
        var made = Instant.ofEpochMilli(place.messageId().getMostSignificantBits() >>> 16);
        return made.plus(SETTLED).isBefore(clock.instant());
    }

    /** How many stored answers may hold text of the document. */
    public long left(Tenant tenant, UUID document) {
        return quotations.of(tenant, document).size();
    }
}
