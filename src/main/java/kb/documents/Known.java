package kb.documents;

import java.util.List;

/** What is known of an upload's bytes and of its name, as it stood at one moment. */
record Known(ContentRow content, List<Document> sameBytes, NameRow name) {}
