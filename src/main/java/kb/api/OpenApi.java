package kb.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kb.http.Call;
import kb.http.Response;

/** The description of this API (OpenAPI 3.1), as it lies in the artifact. */
public final class OpenApi {
    private final String text;

    public OpenApi() {
        this.text = read("/kb/openapi.json");
    }

    Response get(Call call) {
        return Response.text(200, "application/json", text).with("cache-control", "public, max-age=300");
    }

    private static String read(String name) {
        try (var resource = OpenApi.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
