package kb.masking;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kb.pages.Span;

/** What opens something for whoever has it: keys of well-known services, private keys, web tokens. */
final class Keys {
    private static final String LETTERS = "[A-Za-z0-9_-]";

    /** Begin with what their issuer begins them with. */
    private static final List<Kind> ISSUED = List.of(
            IssuedKeys.ofAtLeast(20, "sk-", LETTERS), // OpenAI, Anthropic and others
            IssuedKeys.ofAtLeast(16, "[srp]k_(?:live|test)_", "[A-Za-z0-9]"), // Stripe
            IssuedKeys.ofAtLeast(36, "gh[pousr]_", "[A-Za-z0-9]"), // GitHub
            IssuedKeys.ofAtLeast(40, "github_pat_", "[A-Za-z0-9_]"),
            IssuedKeys.ofAtLeast(20, "glpat-", LETTERS), // GitLab
            IssuedKeys.ofAtLeast(10, "xox[abeoprs]-", "[A-Za-z0-9-]"), // Slack
            IssuedKeys.hyphened(35, "AIza"), // Google
            IssuedKeys.of(36, "npm_", "[A-Za-z0-9]"),
            IssuedKeys.ofAtLeast(30, "hf_", "[A-Za-z0-9]"), // Hugging Face
            IssuedKeys.of(16, "(?:AKIA|ASIA)", "[A-Z2-7]"), // AWS, the key's id
            IssuedKeys.inTwoParts(16, "SG\\."), // SendGrid
            IssuedKeys.inThreeParts(8, "eyJ")); // JSON Web Tokens

    /** Has letters and digits, and somebody says what it is. */
    private static final Pattern NAMED = Pattern.compile("""
            (?xi) (?<!\\p{L}) (?: api | secret | access | private | signing | account ) [\\s_-]*+ (?: access [\\s_-]*+ )? (?: key | token )
            \\s*+ (?: \\[[^\\]]{0,20}] \\s*+ )? (?: [:=] | \\b is \\b ) \\s*+ ["'“]?
            """ + "(?-xi:(?<key>" + IssuedKeys.named() + "))");

    private Keys() {}

    static Stream<Span> in(String text) {
        var issued = ISSUED.stream().flatMap(kind -> kind.in(text).stream());
        return Stream.of(issued, PrivateKeys.in(text), named(text)).flatMap(keys -> keys);
    }

    private static Stream<Span> named(String text) {
        return NAMED.matcher(text).results().map(found -> new Span(found.start("key"), found.end("key")));
    }
}
