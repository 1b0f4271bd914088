package kb.documents;

/** Why a document could not be taken in. @param code for programs @param detail for people: what to do */
public record Failure(String code, String detail) {}
