package kb.contained;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a child is started. @param main its class @param flags for Java, beside those that every child gets */
record Command(String main, List<String> flags) {
    static final Command READING = new Command(
            ReadingProcess.class.getName(),
            // the heap that a hostile file may fill, and what else a Java process keeps: 384 MB in all
            List.of(
                    "-Xmx256m",
                    "-Xss1m",
                    "-XX:+UseSerialGC",
                    "-XX:MaxMetaspaceSize=64m",
                    "-XX:ReservedCodeCacheSize=48m",
                    "-XX:MaxDirectMemorySize=8m",
                    "-XX:+ExitOnOutOfMemoryError"));

    /** Of {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    ProcessBuilder in(OwnFolder folder) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(List.of(
                "-Xshare:auto",
                "-Xlog:disable", // the virtual machine would warn on standard output
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData", // or a file in the common temporary folder
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-D" + OwnFolder.PROPERTY + "=" + folder.path(),
                "-classpath",
                classPath(),
                main));
        var builder = new ProcessBuilder(line)
                .directory(folder.path().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD); // may quote the document
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8"); // without it Linux knows ASCII file names only
        return builder;
    }

    /**
     * This process's own, made absolute. A Lambda runtime loads functions itself, past the class path: then it is the
     * folder of our classes and the jars in {@code lib} there.
     */
    private static String classPath() {
        var entries = Command.class.getClassLoader() == ClassLoader.getSystemClassLoader()
                ? Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                : Stream.of(ours(), ours().resolve("lib/*"));
        return entries.map(entry -> entry.toAbsolutePath().toString()).collect(joining(File.pathSeparator));
    }

    private static Path ours() {
        try {
            var source = Command.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException noPath) {
            throw new IllegalStateException(noPath);
        }
    }
}
