package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody else on this machine can open, where the file system knows of rights. */
final class Private {
    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private Private() {}

    /** Makes the folder, and what it lies in as any other folder; one that is there becomes private. */
    static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return only(folder, FOLDER);
        var parent = folder.getParent();
        if (parent != null) Files.createDirectories(parent);
        if (!knowsRights(folder)) return Files.createDirectory(folder);
        return Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER)));
    }

    /** Makes an empty file, private at every moment; one that is there becomes private and keeps its content. */
    static Path file(Path file) throws IOException {
        if (Files.exists(file)) return only(file, FILE);
        return newFile(file);
    }

    /** Makes an empty file that must not be there yet. */
    static Path newFile(Path file) throws IOException {
        if (!knowsRights(file)) return Files.createFile(file);
        return Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
    }

    private static Path only(Path path, String rights) throws IOException {
        if (!knowsRights(path)) return path;
        var wanted = PosixFilePermissions.fromString(rights);
        return Files.getPosixFilePermissions(path).equals(wanted) ? path : Files.setPosixFilePermissions(path, wanted);
    }

    private static boolean knowsRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
