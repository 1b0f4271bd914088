package kb.documents;

import java.util.UUID;
import kb.pages.About;

/**
 * A PDF that was read for somebody to look at, and is no document yet: its files lie where those of a document of this id
 * would.
 *
 * @param pages how many there are, all of them in storage, and cut
 * @param about what the file says of itself
 */
public record Draft(UUID documentId, String sha256, long sizeBytes, int pages, About about) {}
