package kb.histories;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import kb.files.ObjectStore;
import kb.outside.Part;

/** Objects in memory. */
public final class MemoryObjects implements ObjectStore {
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
        return URI.create("memory:" + name);
    }

    @Override
    public Part part() {
        return Part.STORAGE;
    }

    @Override
    public void check() {}
}
