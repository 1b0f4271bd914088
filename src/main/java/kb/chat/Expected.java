package kb.chat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What kind of thing an English question asks for: a sentence without any cannot be its answer. */
enum Expected {
    NUMBER("a number"),
    TIME("a time"),
    PERSON("anybody"),
    ANYTHING("anything");

    private static final String MEASURE =
            "speed|height|weight|length|width|depth|distance|temperature|voltage|age|price|cost|fee|fine|"
                    + "salary|wage|rate|duration|deductible|premium";
    private static final Pattern HOW_MANY = words(
            "how (?:many|much|often|long|old|far|tall|high|deep|wide|large|big|fast|heavy|loud|frequently)",
            "(?:what|which) (?:percentage|number|amount|fraction|proportion|" + MEASURE + ")",
            "what (?:is|was|are|were) the (?:\\p{L}+ )?(?:" + MEASURE
                    + ")s?(?= (?:of|for|in|at|on|to|per|when|if)\\b|\\W*$)");
    private static final Pattern WHEN = words(
            "when (?:did|was|were|is|are|do|does|will|has|had|can|must)",
            "(?:what|which) (?:year|date|day|month|century|decade)");
    private static final Pattern WHO = words("who", "whom", "whose");

    private static final Pattern NUMBERS = Pattern.compile("(?i)\\p{N}|\\b(?:" + """
            one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|
            eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|
            half|third|quarter|once|twice|double|several|single|each|every|daily|weekly|monthly|yearly|annually|first|
            second|zero|few|couple|both|percent|none|no|all|always|never""".replaceAll("\\s", "") + ")\\b");
    private static final Pattern TIMES = Pattern.compile("(?i)\\p{N}{3,}|\\b(?:" + """
            january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|
            wednes|thurs|fri|satur|sun)days?|centur(?:y|ies)|decades?|years?|months?|weeks?|days?|hours?|minutes?|
            before|after|until|since|when|whenever|during|once|ago|soon|immediately|then|early|earlier|late|later|night|
            mornings?|noon|midnight|today|tomorrow|spring|summer|autumn|winter|era|war|daily|weekly|monthly|yearly|
            annually""".replaceAll("\\s", "") + ")\\b");
    private static final Pattern HOUR =
            Pattern.compile("(?i)\\b(?:at|by|from|till|to|about|past)\\s+(?:half |quarter )?(?:one|two|three|"
                    + "four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{N}{1,2})\\b");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}]+");
    private static final Pattern SOMEBODY =
            Pattern.compile("(?i)\\b(?:he|she|they|we|you|i|people|person|m[ae]n|wom[ae]n|"
                    + "child(?:ren)?|staff|team|\\p{L}{2,}(?:er|or|ist|ian|ant|ent|ee)s?)\\b");

    private final String called;

    Expected(String called) {
        this.called = called;
    }

    static Expected of(String question) {
        if (HOW_MANY.matcher(question).find()) return NUMBER;
        if (WHEN.matcher(question).find()) return TIME;
        return WHO.matcher(question).find() ? PERSON : ANYTHING;
    }

    private static Pattern words(String... alternatives) {
        return Pattern.compile("(?i)\\b(?:" + String.join("|", alternatives) + ")\\b");
    }

    /** As in "no sentence tells …". */
    String called() {
        return called;
    }

    /** Whether a sentence has any that the question does not say itself. */
    boolean isIn(String sentence, String question) {
        return switch (this) {
            case NUMBER -> NUMBERS.matcher(sentence).find();
            case TIME ->
                TIMES.matcher(sentence).find() || HOUR.matcher(sentence).find();
            case PERSON ->
                hasName(sentence, question) || SOMEBODY.matcher(sentence).find();
            case ANYTHING -> true;
        };
    }

    private static boolean hasName(String sentence, String question) {
        var said = new HashSet<>(names(question.toLowerCase(Locale.ROOT), Pattern.compile("[\\p{L}\\p{M}]+")));
        return names(sentence, NAME).stream().anyMatch(name -> !said.contains(name));
    }

    private static Set<String> names(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(name -> name.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
