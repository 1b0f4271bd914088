package kb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Stands before a part and carries each request to it on a connection of its own; or spoils the answer. */
public final class FaultyProxy implements AutoCloseable {
    /** What is wrong with the part. */
    public enum Fault {
        /** It does what it is asked, and half of its answer is lost. */
        CUT,
        /** It takes the connection, reads no more than the head, and says nothing for ever. */
        HANG,
        /** It does what it is asked and says so byte by byte. */
        SLOW,
        ERROR,
        THROTTLE
    }

    private record State(Fault fault, Predicate<String> hits) {}

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");
    private static final String ERROR = answer("500 Internal Server Error", "application/json", "{}");

    private final URI target;
    private final String throttled;
    private final ServerSocket server;
    private final AtomicReference<State> state = new AtomicReference<>();
    private final AtomicInteger spoiled = new AtomicInteger();
    private final BiConsumer<String, byte[]> observer;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param throttled the answer of such a part when it is asked too much, see {@link #answer} */
    public FaultyProxy(URI target, String throttled) {
        this(target, throttled, (_, _) -> {});
    }

    /** @param observer is told the head and the body of each request that arrives whole */
    public FaultyProxy(URI target, String throttled, BiConsumer<String, byte[]> observer) {
        this.observer = observer;
        this.target = target;
        this.throttled = throttled;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.startVirtualThread(this::accept);
    }

    public static String answer(String status, String mediaType, String body) {
        return "HTTP/1.1 %s\r\nconnection: close\r\ncontent-type: %s\r\ncontent-length: %d\r\n\r\n%s"
                .formatted(status, mediaType, body.length(), body);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public void suffer(Fault fault) {
        suffer(fault, _ -> true);
    }

    /** @param hits which requests are spoiled, by their head */
    void suffer(Fault fault, Predicate<String> hits) {
        spoiled.set(0);
        state.set(new State(fault, hits));
    }

    public void heal() {
        state.set(null);
    }

    /** How many answers were spoiled since the fault began. */
    int spoiled() {
        return spoiled.get();
    }

    private void accept() {
        try {
            while (true) {
                var caller = server.accept();
                open.add(caller);
                Thread.startVirtualThread(() -> serve(caller));
            }
        } catch (SocketException closed) {
            // the end
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(Socket caller) {
        try {
            var head = head(caller.getInputStream());
            var now = state.get();
            var hit = now != null && now.hits().test(head);
            if (hit) spoiled.incrementAndGet();
            if (head.isEmpty() || hit && now.fault() == Fault.HANG) return; // it stays open
            send(caller, request(caller, head), hit ? now.fault() : null);
            caller.close();
            open.remove(caller);
        } catch (IOException | InterruptedException goneAway) {
            open.remove(caller);
        }
    }

    private void send(Socket caller, byte[] request, Fault fault) throws IOException, InterruptedException {
        var out = caller.getOutputStream();
        switch (fault) {
            case null -> out.write(forwarded(request));
            case CUT -> {
                var whole = forwarded(request);
                out.write(whole, 0, whole.length / 2);
            }
            case SLOW -> {
                for (var one : forwarded(request)) {
                    out.write(one);
                    Thread.sleep(100);
                }
            }
            case ERROR -> out.write(ERROR.getBytes(ISO_8859_1));
            case THROTTLE -> out.write(throttled.getBytes(ISO_8859_1));
            case HANG -> throw new IllegalArgumentException("says nothing");
        }
    }

    private byte[] forwarded(byte[] request) throws IOException {
        try (var part = new Socket(target.getHost(), target.getPort())) {
            part.getOutputStream().write(request);
            return part.getInputStream().readAllBytes();
        }
    }

    /** One request whole, rewritten so that the part closes the connection behind its answer. */
    private byte[] request(Socket caller, String head) throws IOException {
        if (head.toLowerCase(java.util.Locale.ROOT).contains("expect: 100-continue")) {
            caller.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        }
        var length = LENGTH.matcher(head);
        var body = caller.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        observer.accept(head, body);
        var kept = head.replaceAll("(?im)^(expect|connection): .*\r\n", "");
        var request = new ByteArrayOutputStream();
        request.write(kept.replaceFirst("\r\n", "\r\nconnection: close\r\n").getBytes(ISO_8859_1));
        request.write(body);
        return request.toByteArray();
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) return head.toString();
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var one : open) one.close();
    }
}
