package kb.jwt;

import static kb.jwt.Tokens.CLOCK;
import static kb.jwt.Tokens.GOOD_PAYLOAD;
import static kb.jwt.Tokens.NOW;
import static kb.jwt.Tokens.SECRET;
import static kb.jwt.Tokens.gate;
import static kb.jwt.Tokens.payload;
import static kb.jwt.Tokens.request;
import static kb.jwt.Tokens.withHeader;
import static kb.jwt.Tokens.withPayload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import kb.http.Access;
import kb.http.Bytes;
import kb.http.Caller;
import kb.http.Headers;
import kb.http.Request;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenGateTest {
    private static final Caller U1 = new Caller("default", "u1", "u1", Access.READER);

    /** These claims (and a valid exp) make this caller. */
    record Good(String claims, Caller caller) {}

    // spotless:off
    static List<Good> good_claims() {
        return List.of(
                good("'sub':'u1'",                                           "default", "u1", "u1", Access.READER),
                good("'sub':'u1','role':'user'",                             "default", "u1", "u1", Access.READER),
                good("'sub':'u1','role':'manager'",                          "default", "u1", "u1", Access.WRITER),
                good("'sub':'u1','role':'ADMIN'",                            "default", "u1", "u1", Access.ADMIN),
                good("'sub':'u1','role':'staff'",                            "default", "u1", "u1", Access.READER),
                good("'sub':'u1','role':' admin'",                           "default", "u1", "u1", Access.READER),
                good("'sub':'u1','role':null",                               "default", "u1", "u1", Access.READER),
                good("'sub':'u1','tenant':'acme_2-b'",                       "acme_2-b", "u1", "u1", Access.READER),
                good("'sub':'s','user_id':7,'uuid':'abc'",                   "default", "abc", "abc", Access.READER),
                good("'sub':'s','user_id':7",                                "default", "7", "7", Access.READER),
                good("'sub':'s','user_id':7,'uuid':null",                    "default", "7", "7", Access.READER),
                good("'sub':12345678901234567890",                           "default", "12345678901234567890", "12345678901234567890", Access.READER),
                good("'sub':'Zoë 🦊'",                                       "default", "Zoë 🦊", "Zoë 🦊", Access.READER),
                good("'sub':'u1','gmail':'g','email':'e','fullname':'f','name':'n'", "default", "u1", "n", Access.READER),
                good("'sub':'u1','gmail':'g','email':'e','fullname':'f'",    "default", "u1", "f", Access.READER),
                good("'sub':'u1','gmail':'g','email':'e'",                   "default", "u1", "e", Access.READER),
                good("'sub':'u1','gmail':'g','name':'  ','email':5",         "default", "u1", "g", Access.READER),
                good("'sub':'u1','name':' A\\nn\\u0000\\ud800n '",           "default", "u1", "Ann", Access.READER),
                good("'sub':'u1','name':'" + "🦊".repeat(201) + "'",         "default", "u1", "🦊".repeat(200), Access.READER),
                good("'sub':'u1','token_type':'access'",                     "default", "u1", "u1", Access.READER));
    }

    /** Near misses of {@link HostileTokensTest}. */
    static List<String> acceptable_tokens() {
        return List.of(
                withPayload("{\"sub\":\"u1\",\"exp\":" + (NOW - 29) + "}"),
                withPayload("{\"sub\":\"u1\",\"exp\":" + (NOW - 29) + ".5}"),
                withPayload("{\"sub\":\"u1\",\"exp\":1.9e9}"),
                withPayload(payload("\"nbf\":" + (NOW + 30))),
                withPayload(payload("\"iat\":" + (NOW + 1_000) + ".25")),
                withPayload(payload("\"aud\":\"anyone\",\"iss\":\"anyone\"")),
                withPayload(payload("\"aud\":null,\"iss\":null,\"jti\":5")),
                withPayload(payload("\"deep\":" + "[".repeat(31) + "]".repeat(31))),
                withPayload(" " + GOOD_PAYLOAD + "\n"),
                withPayload(payload("\"more\":\"" + "x".repeat(6_044) + "\"")),
                withHeader("{\"alg\":\"HS256\"}"),
                withHeader("{\"alg\":\"HS256\",\"typ\":\"jwt\"}"),
                withHeader("{\"alg\":\"HS256\",\"typ\":\"at+JWT\"}"),
                withHeader("{\"alg\":\"HS256\",\"kid\":\"k1\",\"cty\":\"x\",\"new\":[{}]}"),
                withHeader("{\"alg\":\"HS256\",\"kid\":{\"not\":\"text\"}}"));
    }
    // spotless:on

    @ParameterizedTest
    @MethodSource("good_claims")
    void a_good_token_says_who_is_asking(Good good) {
        var token = withPayload("{\"exp\":%d,%s}".formatted(NOW + 60, good.claims()));
        assertEquals(good.caller(), gate().identify(request("Bearer " + token)), good.claims());
    }

    @ParameterizedTest
    @MethodSource("acceptable_tokens")
    void a_token_that_only_looks_odd_is_accepted(String token) {
        assertEquals(U1, gate().identify(request("Bearer " + token)));
    }

    @Test
    void a_token_may_have_8192_bytes() {
        var longest = acceptable_tokens().stream().mapToInt(String::length).max();
        assertEquals(8_192, longest.orElseThrow());
    }

    @Test
    void the_scheme_is_read_in_any_case_and_may_be_followed_by_spaces() {
        assertEquals(U1, gate().identify(request("bearer " + withPayload(GOOD_PAYLOAD))));
        assertEquals(U1, gate().identify(request("BEARER   " + withPayload(GOOD_PAYLOAD))));
    }

    @Test
    void who_sends_no_credentials_is_anonymous_and_the_secret_is_not_asked_for() {
        var request = new Request("GET", "/me", "", Headers.NONE, Bytes.NONE);
        assertEquals(Caller.ANONYMOUS, withoutSecret().identify(request));
    }

    @Test
    void a_secret_that_cannot_be_fetched_lets_nobody_in() {
        var request = request("Bearer " + withPayload(GOOD_PAYLOAD));
        assertThrows(Unavailable.class, () -> withoutSecret().identify(request));
    }

    @Test
    void issuer_and_audience_may_be_demanded() {
        var rules = new TokenRules(Tokens.key(SECRET), Optional.of("us"), Optional.of("kb"));
        var gate = new TokenGate(rules, CLOCK);
        var one = withPayload(payload("\"iss\":\"us\",\"aud\":\"kb\""));
        var several = withPayload(payload("\"iss\":\"us\",\"aud\":[\"other\",\"kb\"]"));
        assertEquals(U1, gate.identify(request("Bearer " + one)));
        assertEquals(U1, gate.identify(request("Bearer " + several)));
    }

    private static TokenGate withoutSecret() {
        var key = new VerificationKey.SharedSecret(() -> {
            throw new Unavailable(Part.SECRETS, new IllegalStateException("down"));
        });
        return new TokenGate(new TokenRules(key, Optional.empty(), Optional.empty()), CLOCK);
    }

    private static Good good(String claims, String tenant, String user, String name, Access access) {
        return new Good(claims.replace('\'', '"'), new Caller(tenant, user, name, access));
    }
}
