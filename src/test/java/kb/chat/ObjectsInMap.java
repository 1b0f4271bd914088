package kb.chat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.files.ObjectStore;
import kb.outside.Part;

/** Objects in a map. */
record ObjectsInMap(Map<String, byte[]> contents) implements ObjectStore {
    @Override
    public void put(String name, String mediaType, byte[] content) {
        contents.put(name, content);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    @Override
    public void delete(List<String> names) {
        names.forEach(contents::remove);
    }

    @Override
    public List<String> names(String prefix) {
        return contents.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    @Override
    public URI readAddress(String name, String filename, Duration validity) {
        throw new UnsupportedOperationException("nobody downloads here");
    }

    @Override
    public WriteAddress writeAddress(String name, String mediaType, long bytes, String sha256, Duration validity) {
        throw new UnsupportedOperationException("nobody uploads here");
    }

    @Override
    public Optional<byte[]> beginning(String name, int most) {
        throw new UnsupportedOperationException("objects are read whole here");
    }

    @Override
    public Optional<Long> size(String name) {
        throw new UnsupportedOperationException("objects are read whole here");
    }

    @Override
    public boolean download(String name, Path file) {
        throw new UnsupportedOperationException("nobody downloads here");
    }

    @Override
    public Part part() {
        return Part.STORAGE;
    }

    @Override
    public void check() {}
}
