package kb.http;

/** One server-sent event; {@code data} is a single line of JSON. */
public record Event(String name, String data) {
    public Event {
        if (name.indexOf('\n') >= 0 || data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a line break would end the event");
        }
    }

    /** As on the wire (WHATWG HTML, 9.2). */
    public String wire() {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
