package kb.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import kb.http.Bytes;
import kb.http.Call;
import kb.http.Response;

/** A file of the web page, as it is and pressed. */
record PageFile(String mediaType, Bytes plain, Bytes pressed) {
    /** With a weight of nothing it is refused (RFC 9110, 12.5.3). */
    private static final Pattern GZIP = Pattern.compile("(^|,)\\s*gzip\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[^,]*)?(,|$)");

    static PageFile of(String name, String text) {
        var bytes = Bytes.ofText(text);
        return new PageFile(mediaType(name), bytes, pressed(bytes));
    }

    private static String mediaType(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "html" -> "text/html;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Bytes pressed(Bytes plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain.toArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.of(out.toByteArray());
    }

    /** Pressed for whoever can read that: what stands before us does it for nobody. */
    Response response(Call call) {
        var accepted = String.join(",", call.request().headers().all("accept-encoding"));
        if (!GZIP.matcher(accepted.toLowerCase(Locale.ROOT)).find()) return Response.bytes(200, mediaType, plain);
        return Response.bytes(200, mediaType, pressed).with("content-encoding", "gzip");
    }
}
