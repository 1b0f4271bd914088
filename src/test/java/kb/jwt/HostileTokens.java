package kb.jwt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kb.jwt.Hostile.claims;
import static kb.jwt.Hostile.header;
import static kb.jwt.Hostile.json;
import static kb.jwt.Hostile.sent;
import static kb.jwt.Hostile.tries;
import static kb.jwt.Refusal.*;
import static kb.jwt.Tokens.GOOD_HEADER;
import static kb.jwt.Tokens.GOOD_PAYLOAD;
import static kb.jwt.Tokens.SECRET;
import static kb.jwt.Tokens.base64;
import static kb.jwt.Tokens.mac;
import static kb.jwt.Tokens.signed;
import static kb.jwt.Tokens.token;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tokens that must open nothing, for how they are sent, written or signed. */
final class HostileTokens {
    private static final String UNSIGNED = base64(GOOD_HEADER) + "." + base64(GOOD_PAYLOAD);
    private static final String GOOD = signed(UNSIGNED, "HmacSHA256", SECRET);
    private static final String SIGNED = GOOD.substring(UNSIGNED.length() + 1);

    private HostileTokens() {}

    static Stream<Hostile> all() {
        return Stream.of(fields(), parts(), signatures(), algorithms(), headers())
                .flatMap(List::stream);
    }

    // spotless:off
    private static List<Hostile> fields() {
        return List.of(
                sent("two authorization fields",          CREDENTIALS, "Bearer " + GOOD, "Bearer " + GOOD),
                sent("a second, empty field",             CREDENTIALS, "Bearer " + GOOD, ""),
                sent("an empty field",                    CREDENTIALS, ""),
                sent("the scheme Basic",                  CREDENTIALS, "Basic dTE6cGFzc3dvcmQ="),
                sent("a token under the scheme Basic",    CREDENTIALS, "Basic " + GOOD),
                sent("a token without a scheme",          CREDENTIALS, GOOD),
                sent("a scheme that ends in bearer",      CREDENTIALS, "XBearer " + GOOD),
                sent("Bearer without a token",            CREDENTIALS, "Bearer"),
                sent("Bearer and a space",                CREDENTIALS, "Bearer "),
                sent("no space after Bearer",             CREDENTIALS, "Bearer" + GOOD),
                sent("a tab after Bearer",                CREDENTIALS, "Bearer\t" + GOOD),
                sent("two tokens",                        CREDENTIALS, "Bearer " + GOOD + " " + GOOD),
                sent("two fields joined by a comma",      CREDENTIALS, "Bearer " + GOOD + ", Bearer " + GOOD),
                sent("a newline at the end",              CREDENTIALS, "Bearer " + GOOD + "\n"),
                sent("a newline inside",                  CREDENTIALS, "Bearer " + GOOD.replaceFirst("\\.", ".\r\n")),
                sent("white space inside",                CREDENTIALS, "Bearer " + GOOD.replaceFirst("\\.", " .")),
                sent("a NUL inside",                      CREDENTIALS, "Bearer " + GOOD.replaceFirst("\\.", "\0.")),
                sent("a letter that only looks like one", CREDENTIALS, "Bearer " + GOOD.replaceFirst("e", "\u0435")),
                tries("two tokens joined by a comma",     FORM,        GOOD + "," + GOOD),
                tries("quotation marks",                  FORM,        "\"" + GOOD + "\""),
                claims("8,193 bytes",                     TOO_LONG,    "'more':'" + "x".repeat(6_045) + "'"),
                claims("9 KB",                            TOO_LONG,    "'more':'" + "x".repeat(6_700) + "'"));
    }

    private static List<Hostile> parts() {
        return List.of(
                tries("no dots",                          FORM, base64(GOOD_HEADER)),
                tries("only dots",                        FORM, ".."),
                tries("two segments",                     FORM, UNSIGNED),
                tries("four segments",                    FORM, GOOD + "." + SIGNED),
                tries("a fourth, empty segment",          FORM, GOOD + "."),
                tries("five segments, as JWE has",        FORM, GOOD + "." + SIGNED + "." + SIGNED),
                tries("an empty header",                  FORM, hmac("." + base64(GOOD_PAYLOAD))),
                tries("an empty payload",                 FORM, hmac(base64(GOOD_HEADER) + ".")),
                tries("an empty signature",               FORM, UNSIGNED + "."),
                tries("padding on the signature",         FORM, GOOD + "="),
                tries("padding on the payload",           FORM, hmac(UNSIGNED + "=")),
                tries("loose bits at the signature's end", FORM, loosened(GOOD)),
                tries("loose bits at the payload's end",  FORM, hmac(loosened(UNSIGNED))),
                tries("one letter as the signature",      FORM, UNSIGNED + ".A"),
                tries("base64 that is not base64url",     FORM, UNSIGNED + ".ab+/"),
                tries("percent signs",                    FORM, UNSIGNED + ".%41%41"));
    }

    private static List<Hostile> signatures() {
        return List.of(
                tries("the signature of another token",   SIGNATURE, UNSIGNED + "." + Tokens.withHeader("{}").split("\\.")[2]),
                tries("a signature cut short",            SIGNATURE, UNSIGNED + "." + base64(resized(31))),
                tries("a signature of one byte",          SIGNATURE, UNSIGNED + "." + base64(resized(1))),
                tries("a signature with more after it",   SIGNATURE, UNSIGNED + "." + base64(resized(33))),
                tries("a signature of zeros",             SIGNATURE, UNSIGNED + "." + base64(new byte[32])),
                tries("another secret",                   SIGNATURE, signed(UNSIGNED, "HmacSHA256", SECRET + "!")),
                // HMAC fills a key up with zeros, so this is also the empty key, which the JDK won't take
                tries("an empty secret",                  SIGNATURE, signed(UNSIGNED, "HmacSHA256", "\0")),
                tries("HS512 behind an HS256 header",     SIGNATURE, signed(UNSIGNED, "HmacSHA512", SECRET)),
                tries("another user, signature kept",     SIGNATURE, UNSIGNED.replace(base64(GOOD_PAYLOAD), base64(GOOD_PAYLOAD.replace("u1", "u2"))) + "." + SIGNED),
                tries("another header, signature kept",   SIGNATURE, base64(json("{'alg':'HS256'}")) + "." + base64(GOOD_PAYLOAD) + "." + SIGNED));
    }

    private static List<Hostile> algorithms() {
        return List.of(
                tries("alg none, unsigned",               FORM,      base64(json("{'alg':'none'}")) + "." + base64(GOOD_PAYLOAD) + "."),
                header("alg none",                        ALGORITHM, "{'alg':'none'}"),
                header("alg None",                        ALGORITHM, "{'alg':'None'}"),
                header("alg nOnE",                        ALGORITHM, "{'alg':'nOnE'}"),
                header("alg in small letters",            ALGORITHM, "{'alg':'hs256'}"),
                header("alg with a space",                ALGORITHM, "{'alg':'HS256 '}"),
                header("alg RS256 over our HMAC",         ALGORITHM, "{'alg':'RS256'}"),
                header("alg ES256 over our HMAC",         ALGORITHM, "{'alg':'ES256'}"),
                tries("alg HS512 with the right secret",  ALGORITHM, signed(base64(json("{'alg':'HS512'}")) + "." + base64(GOOD_PAYLOAD), "HmacSHA512", SECRET)),
                header("no alg",                          ALGORITHM, "{'typ':'JWT'}"),
                header("alg null",                        ALGORITHM, "{'alg':null}"),
                header("alg empty",                       ALGORITHM, "{'alg':''}"),
                header("alg a list",                      ALGORITHM, "{'alg':['HS256']}"),
                header("alg a number",                    ALGORITHM, "{'alg':256}"),
                header("alg in capital letters",          ALGORITHM, "{'ALG':'HS256'}"));
    }

    private static List<Hostile> headers() {
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
                tries("a header in UTF-16",               HEADER, token(GOOD_HEADER.getBytes(UTF_16), GOOD_PAYLOAD.getBytes(UTF_8))),
                tries("a header in Latin-1",              HEADER, token(json("{'alg':'HS256','kid':'\u00e9'}").getBytes(ISO_8859_1), GOOD_PAYLOAD.getBytes(UTF_8))),
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

    private static String hmac(String signingInput) {
        return signed(signingInput, "HmacSHA256", SECRET);
    }

    /** Spelled with another last letter that decodes to the same bytes. */
    private static String loosened(String segments) {
        var end = segments.length() - 1;
        return segments.substring(0, end) + (char) (segments.charAt(end) + 1);
    }

    private static byte[] resized(int bytes) {
        return Arrays.copyOf(mac(UNSIGNED, "HmacSHA256", SECRET), bytes);
    }
}
