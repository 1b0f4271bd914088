package kb.masking;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kb.pages.Span;

/** What opens something for whoever has it: keys of well-known services, private keys, web tokens. */
final class Keys {
    /** Begin with what their issuer begins them with. */
    private static final Pattern ISSUED = Pattern.compile("""
            (?x) (?<![\\p{L}\\p{N}_-]) (?:
              sk-(?:[a-z]{2,10}-)*[A-Za-z0-9_-]{20,}                     # OpenAI, Anthropic and others
            | (?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}                # Stripe
            | gh[pousr]_[A-Za-z0-9]{36,} | github_pat_[A-Za-z0-9_]{40,}  # GitHub
            | glpat-[A-Za-z0-9_-]{20,}                                   # GitLab
            | xox[abeoprs]-[A-Za-z0-9-]{10,}                             # Slack
            | AIza[A-Za-z0-9_-]{35}                                      # Google
            | npm_[A-Za-z0-9]{36} | hf_[A-Za-z0-9]{30,}                  # npm, Hugging Face
            | SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}               # SendGrid
            | (?:AKIA|ASIA)[A-Z2-7]{16}                                  # AWS, the key's id
            | eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*   # JSON Web Tokens
            ) (?![\\p{L}\\p{N}_-])""");

    /** Has letters and digits, and somebody says what it is. */
    private static final Pattern NAMED = Pattern.compile("""
            (?xi) (?<!\\p{L}) (?: api | secret | access | private | signing | account ) [\\s_-]* (?: access [\\s_-]* )? (?: key | token )
            \\s* (?: \\[[^\\]]{0,20}] )? \\s* (?: [:=] | \\b is \\b ) \\s* ["'“]?
            (?<key> (?=[^\\s"']*\\d) (?=[^\\s"']*\\p{L}) [A-Za-z0-9/+_.~=-]{16,} )""");

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\\z)", Pattern.DOTALL);

    /** A text may begin in the middle of a key, or be all of it: lines of Base64, each as long as the other. */
    private static final Pattern REST_OF_KEY = Pattern.compile(
            "(?:[A-Za-z0-9+/]{64}\\s+){2,}[A-Za-z0-9+/]*={0,2}|[A-Za-z0-9+/=\\s]{16,}-----END [A-Z ]{0,30}PRIVATE KEY-----");

    private Keys() {}

    static Stream<Span> in(String text) {
        var whole = Stream.of(ISSUED, PRIVATE_KEY, REST_OF_KEY)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> new Span(found.start(), found.end()));
        return Stream.concat(whole, named(text).stream());
    }

    private static List<Span> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map(found -> new Span(found.start("key"), found.end("key")))
                .toList();
    }
}
