package kb.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import kb.files.ObjectStore;
import kb.outside.Part;
import kb.outside.Unavailable;

/** Objects in memory, whose deletion can be refused. */
final class MemoryObjects implements ObjectStore {
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final AtomicBoolean refusing = new AtomicBoolean();

    void refuseDeletion(boolean refuse) {
        refusing.set(refuse);
    }

    @Override
    public void put(String name, String mediaType, byte[] content) {
        objects.put(name, content);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    @Override
    public void delete(List<String> names) {
        if (refusing.get()) throw new Unavailable(Part.STORAGE, new IllegalStateException("as the test wants it"));
        names.forEach(objects::remove);
    }

    @Override
    public List<String> names(String prefix) {
        return objects.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    @Override
    public URI readAddress(String name, String filename, Duration validity) {
        var shown = URLEncoder.encode(filename, StandardCharsets.UTF_8);
        return URI.create("https://objects.example.org/" + name + "?filename=" + shown);
    }

    @Override
    public Optional<byte[]> beginning(String name, int most) {
        return get(name).map(content -> Arrays.copyOf(content, Math.min(most, content.length)));
    }

    @Override
    public Optional<Long> size(String name) {
        return get(name).map(content -> (long) content.length);
    }

    @Override
    public boolean download(String name, Path file) {
        var content = get(name);
        if (content.isEmpty()) return false;
        try {
            Files.write(file, content.get());
            return true;
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    @Override
    public WriteAddress writeAddress(String name, String mediaType, long bytes, String sha256, Duration validity) {
        return new WriteAddress(URI.create("https://objects.example.org/" + name), Map.of("content-type", mediaType));
    }

    @Override
    public Part part() {
        return Part.STORAGE;
    }

    @Override
    public void check() {
        // memory is always there
    }
}
