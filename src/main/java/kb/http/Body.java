package kb.http;

import java.util.function.Consumer;

/** What a response carries. */
public sealed interface Body {
    Body NONE = new Text("");

    record Text(String text) implements Body {}

    record Binary(Bytes bytes) implements Body {}

    /** Server-sent events, made while they are sent. */
    record Events(Stream stream) implements Body {}

    /** Runs once, on the thread of the request, and gives each event to the front end as it happens. */
    @FunctionalInterface
    interface Stream {
        /** @param receiver throws {@link CallerGone} when nobody listens any more */
        void sendTo(Consumer<Event> receiver);
    }

    /** The caller hung up in the middle of a stream. */
    final class CallerGone extends RuntimeException {
        private static final long serialVersionUID = 1;

        public CallerGone(Throwable cause) {
            super("the caller went away", cause);
        }
    }
}
