package kb.documents;

import java.util.UUID;

/** A stored answer that holds text of a document. */
public record QuotedIn(UUID chatId, UUID messageId) {}
