package kb.client;

import java.util.Optional;

/**
 * What became of a file.
 *
 * @param document its id there; absent when it was not taken in
 * @param why it was not, or could not be read
 */
record Outcome(LocalPdf pdf, Kind kind, Optional<String> document, String why) {
    /** In the order in which a summary has them. */
    enum Kind {
        ADDED("added"),
        REPLACED("replaced"),
        NAMED("there already, under a new name too"),
        KNOWN("there already"),
        UNREAD("taken in, but not readable"),
        REFUSED("not taken in");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isGood() {
            return this != UNREAD && this != REFUSED;
        }
    }

    static Outcome of(LocalPdf pdf, Kind kind, String document) {
        return new Outcome(pdf, kind, Optional.of(document), "");
    }

    static Outcome refused(LocalPdf pdf, String why) {
        return new Outcome(pdf, Kind.REFUSED, Optional.empty(), why);
    }

    Outcome unread(String reason) {
        return new Outcome(pdf, Kind.UNREAD, document, reason);
    }

    String line() {
        var name = Plain.line(pdf.filename());
        return why.isEmpty() ? "%s: %s".formatted(name, kind.words()) : "%s: %s: %s".formatted(name, kind.words(), why);
    }
}
