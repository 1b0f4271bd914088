package kb.chat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes one plain line of a text from anywhere: nothing in it becomes an image, a link, HTML or a citation, whatever it is shown with.
 *
 * <p>Addresses of pages go; those of people and of hosts stay readable and lead nowhere.
 */
final class PlainText {
    private static final String LINK = "(link)";
    private static final int LONGEST_WORD = 60;
    private static final int MOST_PASSES = 10;

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{34F}]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Cc}\\p{Z}\\x{2800}]+");
    private static final Pattern ENTITY = Pattern.compile("&(#\\w{1,10}|\\p{Alpha}\\w{1,30}(?=;));?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\+(?=\\p{Punct})");
    private static final Pattern TAG =
            Pattern.compile("<[/?]?\\p{Alpha}[^<>]*>|<[!?][^<>]*>|<(?![ 0-9=])|(?<! )>|>(?! )");
    private static final Pattern FENCE = Pattern.compile("`{3,}|~{3,}");
    private static final Pattern MARK = Pattern.compile("\\[[\\s^]*\\p{N}[\\p{N}\\s,;:–-]*(†[^\\[\\]]*)?]");
    private static final Pattern IMAGE = Pattern.compile("!(?=\\()");

    private static final Pattern PAGE_ADDRESS = Pattern.compile("""
            (?x) [\\p{L}][\\p{L}\\p{N}+.-]+ : [/\\\\]                      # a scheme and what it leads to
            | (data|javascript|vbscript|mailto|tel|sms|file|blob|about|cid|intent|magnet|https?|ftp) : [^\\s]
            | (?<![\\p{L}\\p{N}:/\\\\]) [/\\\\]{2} [\\p{L}\\p{N}\\[]           # the same scheme as here
            | www\\.
            | [\\p{L}\\p{N}-]+ (\\.[\\p{L}\\p{N}-]+)* \\.\\p{L}{2,24} (:\\d+)? [/?\\#] [^\\s]    # a host and a path
            | (\\d{1,3}\\.){3}\\d{1,3} (:\\d+)? /""");
    private static final Pattern PERSON = Pattern.compile("(?<=[\\p{L}\\p{N}_])@(?=[\\p{L}\\p{N}])");
    private static final Pattern HOST = Pattern.compile(
            "(?<=[\\p{L}\\p{N}])\\.(?=(com|org|net|edu|gov|mil|int|info|biz|io|ai|co|dev|app|xyz|site|online|shop|top|club|tv|uk|de|fr|nl|"
                    + "eu|ru|cn|jp|ch|es|pl|se|cz|ca|au|nz|br|example|test|invalid|localhost)(?![\\p{L}\\p{N}]))",
            Pattern.CASE_INSENSITIVE);

    /** Of scripts that put no space between words, where a whole sentence is one: Chinese, Japanese, Thai and their like. */
    private static final String SPACELESS =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{IsTibetan}ー々〆。、，：？";

    private static final Pattern WRITTEN_WITH_SPACES = Pattern.compile("[^" + SPACELESS + "]+");
    private static final Pattern IN_ADDRESSES = Pattern.compile("[:/\\\\.#?@]");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.,:]\\p{Nd}+)*");

    /** Look like the brackets, strokes and marks that mean something. */
    private static final String LOOK_ALIKE = "［【〔〖⟦⁅〚❲⦗⟬⎡］】〕〗⟧⁆〛❳⦘⟭⎦＜﹤＞﹥｀！﹗（﹙）﹚＆﹠＼﹨；";

    private static final String PLAIN = "[[[[[[[[[[[]]]]]]]]]]]<<>>`!!(())&&\\\\;";

    private PlainText() {}

    static String of(String text) {
        var plain = text;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            var plainer = pass(plain);
            if (plainer.equals(plain)) return plain;
            plain = plainer;
        }
        return ""; // something that changes for ever is nothing to show
    }

    /** What one pass takes away may bring together what the next one has to. */
    private static String pass(String text) {
        var seen = SPACE.matcher(UNSEEN.matcher(unlike(text)).replaceAll("")).replaceAll(" ");
        var bare = FENCE.matcher(TAG.matcher(ESCAPE.matcher(ENTITY.matcher(seen).replaceAll(""))
                                .replaceAll(""))
                        .replaceAll(""))
                .replaceAll("");
        var unmarked = MARK.matcher(bare).replaceAll("").replace('[', '(').replace(']', ')');
        return Arrays.stream(IMAGE.matcher(unmarked).replaceAll("").split(" "))
                .filter(word -> !word.isEmpty())
                .map(PlainText::word)
                .collect(Collectors.joining(" "));
    }

    private static String unlike(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            var like = LOOK_ALIKE.indexOf(plain.charAt(i));
            if (like >= 0) plain.setCharAt(i, PLAIN.charAt(like));
        }
        return plain.toString();
    }

    private static String word(String word) {
        var safe = isAddress(word) ? withoutAddresses(word) : word;
        var shortened = replaced(safe, part -> part.length() > LONGEST_WORD ? "…" : part);
        return HOST.matcher(PERSON.matcher(shortened).replaceAll(" (at) ")).replaceAll(" (dot) ");
    }

    private static boolean isAddress(String word) {
        return PAGE_ADDRESS.matcher(shown(word)).find();
    }

    private static String shown(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .replace('。', '.')
                .replace('∕', '/')
                .replace('⁄', '/')
                .replace('∶', ':')
                .toLowerCase(Locale.ROOT);
    }

    /** What could be a part of one goes; a sentence around it stays where its script keeps the two apart. */
    private static String withoutAddresses(String word) {
        var rest = replaced(word, part -> isPartOfAddress(part) ? LINK : part);
        return isAddress(rest.replace(LINK, " ")) ? LINK : rest;
    }

    private static boolean isPartOfAddress(String part) {
        return IN_ADDRESSES.matcher(shown(part)).find() && !NUMBER.matcher(part).matches();
    }

    private static String replaced(String word, UnaryOperator<String> other) {
        return WRITTEN_WITH_SPACES
                .matcher(word)
                .replaceAll(part -> Matcher.quoteReplacement(other.apply(part.group())));
    }
}
