package kb.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** S3 as far as the application speaks with it. */
final class StandInFiles {
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final String DIGEST = "\"d41d8cd98f00b204e9800998ecf8427e\"";

    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

    /** @param path with the bucket's name before it */
    void put(String path, byte[] content) {
        objects.put(path, content);
    }

    Reply answer(HttpExchange exchange, byte[] body) {
        var path = exchange.getRequestURI().getPath();
        var query = exchange.getRequestURI().getQuery();
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                var chunked = exchange.getRequestHeaders().containsKey("x-amz-decoded-content-length");
                put(path, chunked ? unwrapped(body) : body);
                yield new Reply(200, Map.of("ETag", DIGEST), new byte[0]);
            }
            case "POST" -> deleted(path, new String(body, StandardCharsets.UTF_8));
            case "HEAD" -> head(path);
            default ->
                query != null && query.contains("list-type")
                        ? listed(path, query)
                        : content(path, exchange.getRequestHeaders().getFirst("Range"));
        };
    }

    private Reply head(String path) {
        var isBucket = path.indexOf('/', 1) < 0 || path.endsWith("/");
        if (isBucket) return Reply.empty(200);
        var object = objects.get(path);
        if (object == null) return Reply.empty(404);
        var headers = Map.of("Content-Length", Integer.toString(object.length), "ETag", DIGEST);
        return new Reply(200, headers, new byte[0]);
    }

    private Reply content(String path, String range) {
        var object = objects.get(path);
        if (object == null) {
            var error = "<Error><Code>NoSuchKey</Code><Message>absent</Message></Error>";
            return new Reply(404, Map.of("Content-Type", "application/xml"), error.getBytes(StandardCharsets.UTF_8));
        }
        if (range == null) return new Reply(200, Map.of("ETag", DIGEST), object);
        var last = Integer.parseInt(range.substring(range.lastIndexOf('-') + 1));
        return new Reply(206, Map.of("ETag", DIGEST), Arrays.copyOf(object, Math.min(object.length, last + 1)));
    }

    private Reply listed(String path, String query) {
        var bucket = path.endsWith("/") ? path : path + "/";
        var prefix = Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("prefix="))
                .map(part -> part.substring("prefix=".length()))
                .findFirst()
                .orElse("");
        var keys = objects.subMap(bucket + prefix, bucket + prefix + '\uffff').keySet().stream()
                .map(key -> "<Contents><Key>%s</Key></Contents>".formatted(key.substring(bucket.length())))
                .collect(Collectors.joining());
        return Reply.of(
                "application/xml", "<ListBucketResult><IsTruncated>false</IsTruncated>" + keys + "</ListBucketResult>");
    }

    private Reply deleted(String path, String names) {
        var bucket = path.endsWith("/") ? path : path + "/";
        KEY.matcher(names).results().forEach(key -> objects.remove(bucket + key.group(1)));
        return Reply.of("application/xml", "<DeleteResult></DeleteResult>");
    }

    /** Out of the chunks in which the SDK signs what it sends ("SigV4 streaming" in the Amazon S3 API Reference). */
    private static byte[] unwrapped(byte[] chunks) {
        var content = new ByteArrayOutputStream();
        for (int at = 0; at < chunks.length; ) {
            var line = at;
            while (chunks[line] != '\r') line++;
            var size = new String(chunks, at, line - at, StandardCharsets.US_ASCII).split(";")[0];
            var length = Integer.parseInt(size, 16);
            if (length == 0) break;
            content.write(chunks, line + 2, length);
            at = line + 2 + length + 2;
        }
        return content.toByteArray();
    }

    /** How many objects there are. */
    int size() {
        return objects.size();
    }
}
