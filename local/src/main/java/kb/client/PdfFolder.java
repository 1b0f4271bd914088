package kb.client;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The PDFs of a folder, in the order of their paths. */
final class PdfFolder {
    private PdfFolder() {}

    /**
     * What a folder holds. Hidden files and folders are passed over, and so are links to folders.
     *
     * @param inner whether its folders are looked into
     * @param unreadable folders that nobody let us look into
     */
    record Found(List<LocalPdf> pdfs, List<Path> unreadable) {}

    static Found in(Path folder, boolean inner) {
        var files = new ArrayList<Path>();
        var unreadable = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    folder,
                    EnumSet.noneOf(FileVisitOption.class),
                    inner ? Integer.MAX_VALUE : 1,
                    new Looking(folder, files, unreadable));
        } catch (IOException failed) {
            throw new IllegalStateException("%s cannot be looked through: %s".formatted(folder, failed), failed);
        }
        files.sort(null);
        return new Found(named(folder, files), unreadable);
    }

    /** Names that are there once stay; the others say in which folder they lie. */
    private static List<LocalPdf> named(Path folder, List<Path> files) {
        var often = files.stream().collect(Collectors.groupingBy(PdfFolder::name, Collectors.counting()));
        return files.stream()
                .map(file ->
                        new LocalPdf(file, often.get(name(file)) == 1 ? name(file) : path(folder.relativize(file))))
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String path(Path relative) {
        var parts = new ArrayList<String>();
        relative.forEach(part -> parts.add(part.toString()));
        return String.join(" - ", parts);
    }

    private static final class Looking extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<Path> files;
        private final List<Path> unreadable;

        Looking(Path top, List<Path> files, List<Path> unreadable) {
            this.top = top;
            this.files = files;
            this.unreadable = unreadable;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(top) || !isHidden(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var isPdf = name(file).toLowerCase(Locale.ROOT).endsWith(".pdf");
            if (isPdf && !isHidden(file) && Files.isRegularFile(file)) files.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException why) {
            unreadable.add(path);
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return name(path).startsWith(".");
        }
    }
}
