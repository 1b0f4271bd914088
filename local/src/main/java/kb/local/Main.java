package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.App;
import kb.config.InvalidConfiguration;

/** The one entry: serves, signs tokens, backs up, restores, makes the index anew, counts, evaluates, and says how it is used. */
public final class Main {
    private static final int CANNOT = 1;
    private static final int WRONG_USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        var command = words.isEmpty() ? "serve" : words.getFirst();
        try {
            run(command, words.isEmpty() ? words : words.subList(1, words.size()));
        } catch (WrongUsage wrong) {
            System.err.println("kb: " + wrong.getMessage() + "\n\n" + Words.USAGE);
            System.exit(WRONG_USAGE);
        } catch (InvalidConfiguration | IllegalStateException | IOException cannot) {
            var prefix = Words.refusal(command);
            cannot.getMessage().lines().forEach(line -> System.err.println(prefix + line));
            System.exit(CANNOT);
        }
    }

    private static void run(String command, List<String> options) throws IOException {
        if (options.contains("--help")) {
            System.out.println(Words.HELP);
            return;
        }
        switch (command) {
            case "--help", "-h", "help" -> System.out.println(Words.HELP);
            case "--version" -> System.out.println("Knowledge Base " + App.version());
            case "serve" -> ServeCommand.run(options, settings());
            case "token" -> System.out.println(TokenCommand.run(options, settings()));
            case "backup" -> System.out.println(BackupCommand.run(options, settings()));
            case "restore" -> System.out.println(RestoreCommand.run(options, settings()));
            case "reindex" -> System.out.println(ReindexCommand.run(options, settings()));
            case "residue" -> residue(options);
            case "eval" -> eval(options);
            default -> throw new WrongUsage("there is no command " + command);
        }
    }

    private static void residue(List<String> options) {
        var answer = ResidueCommand.run(options, settings());
        answer.lines().forEach(System.out::println);
        if (!answer.nothing()) System.exit(CANNOT);
    }

    private static void eval(List<String> options) throws IOException {
        var answer = EvalCommand.run(options, settings());
        answer.lines().forEach(System.out::println);
        if (answer.regressed()) System.exit(CANNOT);
    }

    private static Map<String, String> settings() {
        return DotEnv.over(System.getenv(), Path.of(".env"));
    }
}
