package kb.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import kb.outside.Part;

/** Objects in memory. */
public class MemoryObjects implements ObjectStore {
    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

    @Override
    public void put(String name, String mediaType, byte[] content) {
        objects.put(name, content.clone());
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(objects.get(name)).map(byte[]::clone);
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
    public void delete(List<String> names) {
        names.forEach(objects::remove);
    }

    @Override
    public List<String> names(String prefix) {
        return objects.tailMap(prefix).keySet().stream()
                .takeWhile(name -> name.startsWith(prefix))
                .toList();
    }

    @Override
    public URI readAddress(String name, String filename, Duration validity) {
        return URI.create("https://objects.example.org/" + name);
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
