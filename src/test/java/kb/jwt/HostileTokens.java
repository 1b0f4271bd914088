package kb.jwt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kb.jwt.Hostile.json;
import static kb.jwt.Hostile.sent;
import static kb.jwt.Hostile.tries;
import static kb.jwt.Refusal.*;
import static kb.jwt.Tokens.GOOD_PAYLOAD;
import static kb.jwt.Tokens.base64;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tokens that must open nothing, for how they are sent, written or signed. */
final class HostileTokens {
    private final Signing by;
    private final String unsigned;
    private final byte[] signature;
    private final String signed;
    private final String good;

    private HostileTokens(Signing by) {
        this.by = by;
        this.unsigned = base64(by.header()) + "." + base64(GOOD_PAYLOAD);
        this.signature = by.signature(unsigned);
        this.signed = base64(signature);
        this.good = unsigned + "." + signed;
    }

    static Stream<Hostile> all(Signing by) {
        var tokens = new HostileTokens(by);
        return Stream.of(tokens.fields(), tokens.parts(), tokens.signatures(), tokens.algorithms(), tokens.headers())
                .flatMap(List::stream);
    }

    // spotless:off
    private List<Hostile> fields() {
        return List.of(
                sent("two authorization fields",          CREDENTIALS, "Bearer " + good, "Bearer " + good),
                sent("a second, empty field",             CREDENTIALS, "Bearer " + good, ""),
                sent("an empty field",                    CREDENTIALS, ""),
                sent("the scheme Basic",                  CREDENTIALS, "Basic dTE6cGFzc3dvcmQ="),
                sent("a token under the scheme Basic",    CREDENTIALS, "Basic " + good),
                sent("a token without a scheme",          CREDENTIALS, good),
                sent("a scheme that ends in bearer",      CREDENTIALS, "XBearer " + good),
                sent("Bearer without a token",            CREDENTIALS, "Bearer"),
                sent("Bearer and a space",                CREDENTIALS, "Bearer "),
                sent("no space after Bearer",             CREDENTIALS, "Bearer" + good),
                sent("a tab after Bearer",                CREDENTIALS, "Bearer\t" + good),
                sent("two tokens",                        CREDENTIALS, "Bearer " + good + " " + good),
                sent("two fields joined by a comma",      CREDENTIALS, "Bearer " + good + ", Bearer " + good),
                sent("a newline at the end",              CREDENTIALS, "Bearer " + good + "\n"),
                sent("a newline inside",                  CREDENTIALS, "Bearer " + good.replaceFirst("\\.", ".\r\n")),
                sent("white space inside",                CREDENTIALS, "Bearer " + good.replaceFirst("\\.", " .")),
                sent("a NUL inside",                      CREDENTIALS, "Bearer " + good.replaceFirst("\\.", "\0.")),
                sent("a letter that only looks like one", CREDENTIALS, "Bearer " + good.replaceFirst("e", "\u0435")),
                tries("two tokens joined by a comma",     FORM,        good + "," + good),
                tries("quotation marks",                  FORM,        "\"" + good + "\""),
                tries("a byte too many",                  TOO_LONG,    longerThan(8_192)),
                tries("9 KB",                             TOO_LONG,    longerThan(9_000)));
    }

    private List<Hostile> parts() {
        return List.of(
                tries("no dots",                          FORM, base64(by.header())),
                tries("only dots",                        FORM, ".."),
                tries("two segments",                     FORM, unsigned),
                tries("four segments",                    FORM, good + "." + signed),
                tries("a fourth, empty segment",          FORM, good + "."),
                tries("five segments, as JWE has",        FORM, good + "." + signed + "." + signed),
                tries("an empty header",                  FORM, by.signed("." + base64(GOOD_PAYLOAD))),
                tries("an empty payload",                 FORM, by.signed(base64(by.header()) + ".")),
                tries("an empty signature",               FORM, unsigned + "."),
                tries("padding on the signature",         FORM, good + "="),
                tries("padding on the payload",           FORM, by.signed(unsigned + "=")),
                tries("loose bits at the signature's end", FORM, loosened(good)),
                tries("loose bits at the payload's end",  FORM, by.signed(loosened(unsigned))),
                tries("one letter as the signature",      FORM, unsigned + ".A"),
                tries("base64 that is not base64url",     FORM, unsigned + ".ab+/"),
                tries("percent signs",                    FORM, unsigned + ".%41%41"));
    }

    private List<Hostile> signatures() {
        return List.of(
                tries("the signature of another token",   SIGNATURE, unsigned + "." + by.token("{}", GOOD_PAYLOAD).split("\\.")[2]),
                tries("a signature cut short",            SIGNATURE, unsigned + "." + base64(resized(signature.length - 1))),
                tries("a signature of one byte",          SIGNATURE, unsigned + "." + base64(resized(1))),
                tries("a signature with more after it",   SIGNATURE, unsigned + "." + base64(resized(signature.length + 1))),
                tries("a signature of zeros",             SIGNATURE, unsigned + "." + base64(new byte[signature.length])),
                tries("another user, signature kept",     SIGNATURE, unsigned.replace(base64(GOOD_PAYLOAD), base64(GOOD_PAYLOAD.replace("u1", "u2"))) + "." + signed),
                tries("another header, signature kept",   SIGNATURE, base64(ours("{'alg':'HS256'}")) + "." + base64(GOOD_PAYLOAD) + "." + signed));
    }

    private List<Hostile> algorithms() {
        var others = Stream.of("none", "None", "nOnE", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "ES256", "ES256K", "ES384", "EdDSA")
                .filter(name -> !name.equals(by.name()))
                .map(name -> tries("alg " + name + " over our signature", ALGORITHM, by.token(json("{'alg':'" + name + "'}"), GOOD_PAYLOAD)));
        return Stream.concat(others, Stream.of(
                tries("alg none, unsigned",               FORM,      base64(json("{'alg':'none'}")) + "." + base64(GOOD_PAYLOAD) + "."),
                header("alg in small letters",            ALGORITHM, "{'alg':'" + by.name().toLowerCase(Locale.ROOT) + "'}"),
                header("alg with a space",                ALGORITHM, "{'alg':'HS256 '}"),
                header("no alg",                          ALGORITHM, "{'typ':'JWT'}"),
                header("alg null",                        ALGORITHM, "{'alg':null}"),
                header("alg empty",                       ALGORITHM, "{'alg':''}"),
                header("alg a list",                      ALGORITHM, "{'alg':['HS256']}"),
                header("alg a number",                    ALGORITHM, "{'alg':256}"),
                header("alg in capital letters",          ALGORITHM, "{'ALG':'HS256'}"))).toList();
    }

    private List<Hostile> headers() {
        return List.of(
                header("alg twice",                       HEADER, "{'alg':'none','alg':'HS256'}"),
                header("alg twice, once escaped",         HEADER, "{'\\u0061lg':'none','alg':'HS256'}"),
                header("another field twice",             HEADER, "{'alg':'HS256','kid':'a','kid':'b'}"),
                header("a field twice, further down",     HEADER, "{'alg':'HS256','x':{'a':1,'a':2}}"),
                header("an object after the header",      HEADER, "{'alg':'HS256'}{'alg':'none'}"),
                header("a brace after the header",        HEADER, "{'alg':'HS256'}}"),
                header("a NUL after the header",          HEADER, "{'alg':'HS256'}\0"),
                header("an unfinished header",            HEADER, "{'alg':'HS256'"),
                header("a comma too many",                HEADER, "{'alg':'HS256',}"),
                header("a comment",                       HEADER, "{/**/'alg':'HS256'}"),
                header("a header that is a list",         HEADER, "[{'alg':'HS256'}]"),
                header("a header that is a text",         HEADER, "'HS256'"),
                header("a header that is null",           HEADER, "null"),
                header("a blank header",                  HEADER, "  "),
                header("a header 33 lists deep",          HEADER, "{'alg':'HS256','x':" + "[".repeat(32) + "]".repeat(32) + "}"),
                header("a header 5,000 lists deep",       HEADER, "{'alg':'HS256','x':" + "[".repeat(5_000)),
                header("a byte order mark",               HEADER, "\uFEFF{'alg':'HS256'}"),
                tries("a header in UTF-16",               HEADER, by.token(by.header().getBytes(UTF_16), GOOD_PAYLOAD.getBytes(UTF_8))),
                tries("a header in Latin-1",              HEADER, by.token(ours("{'alg':'HS256','kid':'\u00e9'}").getBytes(ISO_8859_1), GOOD_PAYLOAD.getBytes(UTF_8))),
                header("crit",                            EXTENSION, "{'alg':'HS256','crit':['exp']}"),
                header("crit, empty",                     EXTENSION, "{'alg':'HS256','crit':[]}"),
                header("crit null",                       EXTENSION, "{'alg':'HS256','crit':null}"),
                header("b64 false",                       EXTENSION, "{'alg':'HS256','b64':false}"),
                header("zip",                             EXTENSION, "{'alg':'HS256','zip':'DEF'}"),
                header("jku, a key from elsewhere",       EXTENSION, "{'alg':'HS256','jku':'https://example.com/keys'}"),
                header("jwk, a key brought along",        EXTENSION, "{'alg':'HS256','jwk':{'kty':'oct','k':'AA'}}"),
                header("x5u",                             EXTENSION, "{'alg':'HS256','x5u':'https://example.com/chain'}"),
                header("x5c",                             EXTENSION, "{'alg':'HS256','x5c':['AA']}"),
                header("typ of a logout token",           TYPE, "{'alg':'HS256','typ':'logout+jwt'}"),
                header("typ empty",                       TYPE, "{'alg':'HS256','typ':''}"),
                header("typ a number",                    TYPE, "{'alg':'HS256','typ':1}"),
                header("typ null",                        TYPE, "{'alg':'HS256','typ':null}"));
    }
    // spotless:on

    private Hostile header(String tries, Refusal refusal, String header) {
        return tries(tries, refusal, by.token(ours(header), GOOD_PAYLOAD));
    }

    private String ours(String header) {
        return json(header).replace("HS256", by.name());
    }

    private String longerThan(int bytes) {
        var more = (bytes - good.length()) / 4 * 3 - 12;
        while (filled(more).length() <= bytes) more++;
        return filled(more);
    }

    private String filled(int more) {
        return by.token(by.header(), Tokens.payload("\"more\":\"" + "x".repeat(more) + "\""));
    }

    /** Spelled with another last letter that decodes to the same bytes. */
    private static String loosened(String segments) {
        var end = segments.length() - 1;
        return segments.substring(0, end) + (char) (segments.charAt(end) + 1);
    }

    private byte[] resized(int bytes) {
        return Arrays.copyOf(signature, bytes);
    }
}
