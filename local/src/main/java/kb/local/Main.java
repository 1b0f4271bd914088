package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.App;
import kb.config.InvalidConfiguration;

/** The one entry: says how the program is used, or hands over to a command. */
public final class Main {
    private static final int DONE = 0;
    private static final int CANNOT = 1;
    private static final int WRONG_USAGE = 2;
    private static final int NOT_ALL = 3;

    private Main() {}

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        var command = words.isEmpty() ? "serve" : words.getFirst();
        var printed = Printed.begun();
        try {
            var status = run(command, words.isEmpty() ? words : words.subList(1, words.size()));
            printed.trouble().ifPresent(Main::unprinted);
            if (status != DONE) System.exit(status);
        } catch (WrongUsage wrong) {
            System.err.println(
                    "kb: " + wrong.getMessage() + "\n\n" + Help.usage(command).orElseGet(Help::usage));
            System.exit(WRONG_USAGE);
        } catch (InvalidConfiguration | IllegalStateException | IOException cannot) {
            var prefix = Words.refusal(command);
            Words.reason(cannot).lines().forEach(line -> System.err.println(prefix + line));
            System.exit(CANNOT);
        }
    }

    private static void unprinted(String why) {
        System.err.println("kb: what there was to say could not be written (%s): send it elsewhere".formatted(why));
        System.exit(CANNOT);
    }

    /** @return the exit code; a server goes on after it */
    private static int run(String command, List<String> options) throws IOException {
        if (Help.COMMANDS.contains(command) && options.contains("--help")) return said(Help.of(command));
        return switch (command) {
            case "--help", "-h", "help" -> said(options.isEmpty() ? Help.whole() : Help.of(known(options.getFirst())));
            case "--version" -> said("Knowledge Base " + App.version());
            case "serve" -> served(options);
            case "token" -> said(TokenCommand.run(options, settings()));
            case "ingest" -> IngestCommand.run(options, settings()) ? DONE : NOT_ALL;
            case "ask" -> AskCommand.run(options, settings()) ? DONE : NOT_ALL;
            case "smoke" -> SmokeCommand.run(options, settings()) ? DONE : CANNOT;
            case "backup" -> said(BackupCommand.run(options, settings()));
            case "restore" -> said(RestoreCommand.run(options, settings()));
            case "migrate" -> migrated(options);
            case "reindex" -> said(ReindexCommand.run(options, settings()));
            case "residue" -> residue(options);
            case "eval" -> eval(options);
            default -> throw unknown(command);
        };
    }

    private static WrongUsage unknown(String word) {
        return new WrongUsage(
                word.startsWith("-") ? "a command comes first, and then " + word : "there is no command " + word);
    }

    private static String known(String command) {
        if (Help.COMMANDS.contains(command)) return command;
        throw new WrongUsage("there is no command " + command);
    }

    private static int said(String text) {
        System.out.println(text);
        return DONE;
    }

    private static int served(List<String> options) throws IOException {
        ServeCommand.run(options, settings());
        return DONE;
    }

    private static int migrated(List<String> options) throws IOException {
        var result = MigrateCommand.run(options, settings());
        result.lines().forEach(System.out::println);
        return result.whole() ? DONE : NOT_ALL;
    }

    private static int residue(List<String> options) {
        var answer = ResidueCommand.run(options, settings());
        answer.lines().forEach(System.out::println);
        return answer.nothing() ? DONE : CANNOT;
    }

    private static int eval(List<String> options) throws IOException {
        var answer = EvalCommand.run(options, settings());
        answer.lines().forEach(System.out::println);
        return answer.regressed() ? CANNOT : DONE;
    }

    private static Map<String, String> settings() {
        return DotEnv.over(System.getenv(), Path.of(".env"));
    }
}
