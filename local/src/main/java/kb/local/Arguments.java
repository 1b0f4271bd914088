package kb.local;

import java.util.List;

/** What was typed behind a command. */
final class Arguments {
    private Arguments() {}

    /** The one argument of a command that has no options. @param wanted what it is */
    static String only(String command, String wanted, List<String> words) {
        none(command, words.stream().filter(word -> word.startsWith("-")).toList());
        if (words.size() != 1 || words.getFirst().isBlank())
            throw new WrongUsage("%s needs one argument: %s".formatted(command, wanted));
        return words.getFirst();
    }

    static void none(String command, List<String> words) {
        if (!words.isEmpty()) throw new WrongUsage("%s has no option %s".formatted(command, words.getFirst()));
    }
}
