package kb.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kb.documents.Document;
import kb.documents.Name;

/** The words of file names, and where a question says them, as one word or as several. */
final class NameWords {
    private static final int MOST_JOINED = 4;
    private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{M}\\p{N}]+)(?:['\\u2019]s\\b)?");
    /** Before and after a year or another long number: a word of its own wherever it stands, as in {@code FY2023}. */
    private static final Pattern NUMBER = Pattern.compile("(?<=\\d{4})(?!\\d)|(?<!\\d)(?=\\d{4})");

    private static final Pattern ENDING = Pattern.compile("\\.[pP][dD][fF]$");

    private NameWords() {}

    /** Of each name that leads to the document. */
    static List<Set<String>> of(Document document) {
        return document.names().stream()
                .filter(Name::held)
                .map(name -> words(ENDING.matcher(name.filename()).replaceFirst("")))
                .toList();
    }

    /** Each word of the question, and each few of them written as one, as file names are, with where it stands. */
    static Map<String, Set<MatchResult>> said(String question) {
        var places = WORD.matcher(question).results().toList();
        var words = places.stream().map(place -> Analyser.plain(place.group(1))).toList();
        var said = new HashMap<String, Set<MatchResult>>();
        for (int first = 0; first < words.size(); first++) {
            for (int end = first + 1; end <= Math.min(words.size(), first + MOST_JOINED); end++) {
                add(said, stem(String.join("", words.subList(first, end))), places.subList(first, end));
            }
            for (var part : parts(words.get(first))) add(said, part, List.of(places.get(first)));
        }
        return said;
    }

    private static void add(Map<String, Set<MatchResult>> said, String word, List<MatchResult> places) {
        said.computeIfAbsent(word, _ -> new HashSet<>()).addAll(places);
    }

    /** A text in small letters without what stands between its words; nothing dearer, as there are hundreds of them. */
    static String joined(String text) {
        var joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (Character.isLetterOrDigit(character)) joined.append(Character.toLowerCase(character));
        }
        return joined.toString();
    }

    /** Whether such a text speaks of a name's word, in whatever form. */
    static boolean speaks(String joined, String word) {
        return joined.contains(word.endsWith("i") ? word.substring(0, word.length() - 1) : word);
    }

    private static Set<String> words(String name) {
        return WORD.matcher(Analyser.plain(name))
                .results()
                .flatMap(word -> parts(word.group(1)).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> parts(String word) {
        return NUMBER.splitAsStream(word)
                .filter(part -> part.length() > 1)
                .map(NameWords::stem)
                .toList();
    }

    private static String stem(String word) {
        return word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z') ? PorterStemmer.stem(word) : word;
    }
}
