package kb.crash;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import kb.EmbeddingService;

/** A folder to run a twin in, again and again, and an embedding service that hears what all these runs embed. */
final class Place implements AutoCloseable {
    private final Path folder;
    private final List<String> embedded = new CopyOnWriteArrayList<>();
    private final EmbeddingService service;

    Place(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.service = new EmbeddingService(this::hear);
    }

    /** With what another one holds. */
    static Place like(Path original, Path folder) throws IOException {
        copy(original, folder);
        return new Place(folder);
    }

    private void hear(List<String> texts) {
        texts.stream().filter(Paper::isIn).forEach(embedded::add);
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    Map<String, String> settings() {
        return EmbeddingService.settings(service.address());
    }

    Map<String, String> settings(Map<String, String> further) {
        var all = new HashMap<>(settings());
        all.putAll(further);
        return all;
    }

    /** All passages in order; one that was embedded twice stands there twice. */
    List<String> embedded() {
        return List.copyOf(embedded);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        service.close();
    }
}
