package kb.api;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Modules as one script, so that a browser asks once and not for each of them.
 *
 * <p>Each becomes a function that is called once and gives what the module exports, behind all that it imports. They import
 * one another without circles, at the beginning of lines, and export what they declare.
 */
final class PageScript {
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:\\* as (\\w+)|(\\{.*})) from '\\./(\\w+\\.js)';$", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?=(?:async )?(?:function|class|const) (\\w+))", Pattern.MULTILINE);
    private static final Pattern LEFT = Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);

    private final UnaryOperator<String> text;
    private final Set<String> begun = new LinkedHashSet<>();
    private final Map<String, String> called = new LinkedHashMap<>();

    private PageScript(UnaryOperator<String> text) {
        this.text = text;
    }

    /** @param text of the module with such a name */
    static String of(String first, UnaryOperator<String> text) {
        var script = new PageScript(text);
        script.add(first);
        return String.join("\n", script.called.values());
    }

    private void add(String module) {
        if (called.containsKey(module)) return;
        if (!begun.add(module)) throw new IllegalStateException("modules import one another in a circle: " + begun);
        var source = text.apply(module);
        IMPORT.matcher(source).results().map(one -> one.group(3)).forEach(this::add);
        called.put(module, function(module, source));
    }

    private static String function(String module, String source) {
        var exported = EXPORT.matcher(source).results().map(one -> one.group(1)).collect(joining(", "));
        var body = EXPORT.matcher(IMPORT.matcher(source).replaceAll(PageScript::taken))
                .replaceAll("");
        LEFT.matcher(body).results().findFirst().ifPresent(line -> {
            throw new IllegalStateException("%s says what no page script may: %s".formatted(module, line.group()));
        });
        return "const %s = (() => {\n%sreturn { %s };\n})();\n".formatted(name(module), body, exported);
    }

    private static String taken(MatchResult imported) {
        var names = imported.group(1) != null
                ? imported.group(1)
                : imported.group(2).replace(" as ", ": ");
        return Matcher.quoteReplacement("const %s = %s;".formatted(names, name(imported.group(3))));
    }

    /** A name that no module uses. */
    private static String name(String module) {
        return "$" + module.replace(".js", "");
    }
}
