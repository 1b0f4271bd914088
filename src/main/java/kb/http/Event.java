package kb.http;

/** One server-sent event; {@code data} is a single line of JSON. */
public record Event(String name, String data) {
    /** Tells nothing: a comment on the wire, which only fails where nobody listens any more. */
    public static final Event PULSE = new Event("", "");

    public Event {
        if (breaks(name) || breaks(data)) {
            throw new IllegalArgumentException("a line break would end the event");
        }
    }

    private static boolean breaks(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    /** As on the wire (WHATWG HTML, 9.2). */
    public String wire() {
        return equals(PULSE) ? ":\n\n" : "event: " + name + "\ndata: " + data + "\n\n";
    }
}
