package kb.http;

/** One server-sent event; {@code data} is a single line of JSON. @param name empty where the data alone says what it is */
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
        if (equals(PULSE)) return ":\n\n";
        return (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
    }
}
