package kb.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes claims about pages, some of them true, most of them lies; knows which are which. */
final class Liar {
    /** Takes for granted what no page says. */
    static final String QUESTION = "Is the fee for a lost card 9 euros?";

    static final List<String> PAGES = List.of(
            "The fee for a lost card is 4.50 euros. A new card costs 1,450 cents for the whole year. The desk is not open on"
                    + " Sundays.",
            "The card of a member is valid for 36 months. It was an unprofitable year for the card office. Every lost\ncard is"
                    + " reported at the desk.",
            "A lost card can be found in room 12. The fee is due within 14 days of the loss. The temperature fell by -5.2 degrees"
                    + " in the card archive.");

    private static final int KINDS = 17;

    private final Random random;
    private final Set<String> lies = new HashSet<>();
    private final Set<String> truths = new HashSet<>();

    Liar(long seed) {
        this.random = new Random(seed);
    }

    Set<String> lies() {
        return lies;
    }

    Set<String> truths() {
        return truths;
    }

    String answer() {
        var claims = new ArrayList<String>();
        for (int i = 0; i < 6; i++) claims.add(claim());
        return String.join("\n", claims);
    }

    private static List<String> sentences(int page) {
        return List.of(PAGES.get(page).replace('\n', ' ').split("(?<=\\.) (?=[A-Z])"));
    }

    private String claim() {
        var page = random.nextInt(PAGES.size());
        var sentence = sentences(page).get(random.nextInt(3));
        var other = (page + 1) % PAGES.size();
        return switch (random.nextInt(KINDS)) {
            case 0 -> lie(page, sentence.replaceFirst("[0-9]", "9"), sentence);
            case 1 -> lie(page, sentence.replaceFirst(" (is|was|fell|costs|can) ", " never "), sentence);
            case 2 -> lie(other, sentence + " ", sentence + " ");
            case 3 -> claim(random.nextBoolean() ? -1 : 98, "In truth, " + sentence, sentence, false);
            case 4 -> lie(page, "The card was founded in 1822 by a baker.", "");
            case 5 -> lie(0, "450 cents for the whole year", "");
            case 6 -> lie(1, "profitable year for the card office", "");
            case 7 -> lie(page, half(sentence, 0) + half(sentences(other).get(0), 1), "");
            case 8 -> lie(page, sentence.toUpperCase(java.util.Locale.ROOT), "");
            case 9 -> claim(page, sentence.replaceAll("[0-9]+", "77") + " It is 77.", sentence, false);
            case 10 -> claim(page, "Grass blooms red at noon.", sentence, false);
            case 11 -> lie(0, "The desk is open on Sundays.", "");
            case 12 -> lie(2, "5.2 degrees in the card archive", "");
            case 13 -> claim(page, "The fee for a lost card is 9 euros.", sentence, false);
            case 14 ->
                claim(page, "The fee for a lost card is euros.", sentences(2).get(2), false);
            case 15 -> claim(page, "A lost card is free, beer comes with it.", sentence, false);
            default -> claim(page, sentence, sentence, true);
        };
    }

    private static String half(String sentence, int which) {
        var middle = sentence.indexOf(' ', sentence.length() / 2);
        return which == 0 ? sentence.substring(0, middle) : sentence.substring(middle);
    }

    /** Says and quotes the same. @param truth what it must differ from to be a lie */
    private String lie(int page, String text, String truth) {
        return text.equals(truth) && !text.endsWith(" ")
                ? claim(page, text, text, true)
                : claim(page, "So " + text, text, false);
    }

    private String claim(int page, String text, String quote, boolean isTrue) {
        (isTrue ? truths : lies).add(text.strip());
        return "say| %s [%d]\nquote %d| %s".formatted(text, random.nextInt(9), page + 1, quote);
    }
}
