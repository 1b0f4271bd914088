package kb.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the program is used: a text for each command, whose first paragraph is how it is typed and whose second what it does. */
final class Help {
    /** In the order in which a person meets them. */
    static final List<String> COMMANDS = List.of(
            "serve", "token", "ingest", "ask", "smoke", "eval", "backup", "restore", "migrate", "reindex", "residue");

    private static final int COLUMN = 10;

    private Help() {}

    /** Of all commands. */
    static String whole() {
        return """
                Knowledge Base: upload PDFs, ask questions, get quotes that were checked against the page.

                %s

                %s

                kb COMMAND --help says more of one.

                %s""".formatted(usage(), summaries(), text("settings"));
    }

    /** Of one command. */
    static String of(String command) {
        return "usage: " + text(command);
    }

    /** How a command is typed; empty when there is none of that name. */
    static Optional<String> usage(String command) {
        return COMMANDS.contains(command)
                ? Optional.of("usage: " + paragraph(command, 0) + "\n       kb %s --help".formatted(command))
                : Optional.empty();
    }

    /** How each is typed. */
    static String usage() {
        return COMMANDS.stream()
                .map(command -> paragraph(command, 0))
                .collect(Collectors.joining("\n       ", "usage: ", "\n       kb [COMMAND] --help | --version"));
    }

    private static String summaries() {
        return COMMANDS.stream()
                .map(command -> command
                        + " ".repeat(COLUMN - command.length())
                        + paragraph(command, 1).replace("\n", "\n" + " ".repeat(COLUMN)))
                .collect(Collectors.joining("\n"));
    }

    private static String paragraph(String command, int number) {
        return text(command).split("\n\n")[number];
    }

    private static String text(String name) {
        try (var resource = Help.class.getResourceAsStream("help/%s.txt".formatted(name))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
