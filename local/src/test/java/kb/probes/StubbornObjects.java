package kb.probes;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kb.files.MemoryObjects;
import kb.outside.Part;
import kb.outside.Unavailable;

/** Objects in memory, whose deletion can be refused. */
final class StubbornObjects extends MemoryObjects {
    private final AtomicBoolean refusing = new AtomicBoolean();

    void refuseDeletion(boolean refuse) {
        refusing.set(refuse);
    }

    @Override
    public void delete(List<String> names) {
        if (refusing.get()) throw new Unavailable(Part.STORAGE, new IllegalStateException("as the test wants it"));
        super.delete(names);
    }

    @Override
    public URI readAddress(String name, String filename, Duration validity) {
        var shown = URLEncoder.encode(filename, StandardCharsets.UTF_8);
        return URI.create("https://objects.example.org/" + name + "?filename=" + shown);
    }

    /** Without the tenant, which is the asker's own: newcomers have each another one. */
    @Override
    public WriteAddress writeAddress(String name, String mediaType, long bytes, String sha256, Duration validity) {
        var address = URI.create("https://objects.example.org" + name.substring(name.indexOf('/')));
        return new WriteAddress(address, Map.of("content-type", mediaType));
    }
}
