package kb.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command, with values and without, and what else was typed behind it. */
record Options(String command, Set<String> flags, Map<String, String> values, List<String> others) {

    /** @param flags options without a value @param valued options with one */
    static Options of(String command, List<String> words, Set<String> flags, Set<String> valued) {
        var given = new HashSet<String>();
        var values = new HashMap<String, String>();
        var others = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (flags.contains(word)) given.add(word);
            else if (valued.contains(word)) {
                if (i + 1 == words.size() || words.get(i + 1).isBlank()) throw new WrongUsage(word + " needs a value");
                values.put(word, words.get(++i));
            } else if (word.startsWith("-")) throw new WrongUsage("%s has no option %s".formatted(command, word));
            else others.add(word);
        }
        return new Options(command, given, values, others);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    void none() {
        if (!others.isEmpty()) throw new WrongUsage("%s takes no %s".formatted(command, others.getFirst()));
    }

    /** The one argument that is no option. @param wanted what it is */
    String only(String wanted) {
        if (others.size() != 1 || others.getFirst().isBlank())
            throw new WrongUsage("%s needs one argument: %s".formatted(command, wanted));
        return others.getFirst();
    }
}
