package kb.contained;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program that is called as Tesseract is, and answers as it does: words and their places, in columns.
 *
 * <p>It works in a folder of its own, with an empty environment, for as long as it may and no longer.
 *
 * @param command the program and what it is told first
 */
record OcrProgram(List<String> command, Duration longest) {
    private static final int LONGEST_ANSWER = 4_000_000;
    private static final String ANSWER = "answer";

    /** @param picture in the folder @return empty when the program does not do it */
    Optional<String> read(OwnFolder folder, Path picture) throws InterruptedException {
        var line = new ArrayList<>(command);
        line.addAll(List.of("--dpi", "300", picture.getFileName().toString(), "stdout", "tsv"));
        var answer = folder.path().resolve(ANSWER);
        var builder = new ProcessBuilder(line)
                .directory(folder.path().toFile())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        try {
            var process = builder.start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(longest) || process.exitValue() != 0) return Optional.empty();
            } finally {
                process.destroyForcibly();
            }
            return Optional.of(beginning(answer));
        } catch (IOException noProgram) {
            return Optional.empty();
        }
    }

    private static String beginning(Path answer) throws IOException {
        try (var in = Files.newInputStream(answer)) {
            return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        }
    }
}
