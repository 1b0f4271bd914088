package kb.jwt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kb.jwt.Hostile.json;
import static kb.jwt.Hostile.tries;
import static kb.jwt.Refusal.*;
import static kb.jwt.Tokens.GOOD_PAYLOAD;
import static kb.jwt.Tokens.NOW;

import java.util.List;
import java.util.stream.Stream;

/** Tokens that must open nothing, for what they say. Their signatures are right. */
final class HostileClaims {
    private final Signing by;

    private HostileClaims(Signing by) {
        this.by = by;
    }

    static Stream<Hostile> all(Signing by) {
        var claims = new HostileClaims(by);
        return Stream.of(claims.payloads(), claims.times(), claims.people()).flatMap(List::stream);
    }

    // spotless:off
    private List<Hostile> payloads() {
        return List.of(
                payload("a payload that is a list",       PAYLOAD, "[" + GOOD_PAYLOAD + "]"),
                payload("a payload that is a text",       PAYLOAD, "'u1'"),
                payload("a payload that is a number",     PAYLOAD, "1"),
                payload("a payload that is null",         PAYLOAD, "null"),
                payload("a payload that is no JSON",      PAYLOAD, "sub=u1"),
                payload("another token as the payload",   PAYLOAD, by.token(by.header(), GOOD_PAYLOAD)),
                payload("an object after the payload",    PAYLOAD, GOOD_PAYLOAD + "{'sub':'u2'}"),
                payload("a byte order mark in front",     PAYLOAD, "\uFEFF" + GOOD_PAYLOAD),
                tries("a payload in UTF-16",              PAYLOAD, by.token(by.header().getBytes(UTF_8), GOOD_PAYLOAD.getBytes(UTF_16))),
                tries("a payload in Latin-1",             PAYLOAD, by.token(by.header().getBytes(UTF_8), Tokens.payload(json("'name':'\u00e9'")).getBytes(ISO_8859_1))),
                claims("sub twice",                       PAYLOAD, "'sub':'u2'"),
                claims("exp twice",                       PAYLOAD, "'exp':4102444800"),
                claims("role twice, once escaped",        PAYLOAD, "'role':'user','\\u0072ole':'admin'"),
                claims("a payload 33 lists deep",         PAYLOAD, "'x':" + "[".repeat(32) + "]".repeat(32)),
                claims("a payload 5,000 lists deep",      PAYLOAD, "'x':" + "[".repeat(5_000)),
                claims("1,400 objects deep",              PAYLOAD, "'x':" + "{'':".repeat(1_400)),
                claims("a number of 1,001 digits",        PAYLOAD, "'x':" + "1".repeat(1_001)));
    }

    private List<Hostile> times() {
        return List.of(
                payload("no exp",                         NO_EXPIRY, "{'sub':'u1'}"),
                payload("exp null",                       TIME, "{'sub':'u1','exp':null}"),
                payload("exp a text",                     TIME, "{'sub':'u1','exp':'4102444800'}"),
                payload("exp a list",                     TIME, "{'sub':'u1','exp':[4102444800]}"),
                payload("exp true",                       TIME, "{'sub':'u1','exp':true}"),
                payload("exp negative",                   TIME, "{'sub':'u1','exp':-1}"),
                payload("exp in milliseconds",            TIME, "{'sub':'u1','exp':1800000060000}"),
                payload("exp past what a long holds",     TIME, "{'sub':'u1','exp':9223372036854775808}"),
                payload("exp past what a time holds",     TIME, "{'sub':'u1','exp':9223372036854775807}"),
                payload("exp past what a double holds",   TIME, "{'sub':'u1','exp':1e400}"),
                payload("exp with a monstrous exponent",  TIME, "{'sub':'u1','exp':1e999999999}"),
                payload("exp NaN",                        PAYLOAD, "{'sub':'u1','exp':NaN}"),
                payload("exp Infinity",                   PAYLOAD, "{'sub':'u1','exp':Infinity}"),
                payload("exp 0",                          EXPIRED, "{'sub':'u1','exp':0}"),
                payload("exp 30 s ago",                   EXPIRED, "{'sub':'u1','exp':" + (NOW - 30) + "}"),
                payload("exp 31 s ago",                   EXPIRED, "{'sub':'u1','exp':" + (NOW - 31) + "}"),
                payload("exp 30.5 s ago",                 EXPIRED, "{'sub':'u1','exp':" + (NOW - 31) + ".5}"),
                claims("nbf in 31 s",                     NOT_YET, "'nbf':" + (NOW + 31)),
                claims("nbf in a year",                   NOT_YET, "'nbf':" + (NOW + 31_536_000)),
                claims("nbf a text",                      TIME, "'nbf':'0'"),
                claims("nbf null",                        TIME, "'nbf':null"),
                claims("iat a text",                      TIME, "'iat':'1800000000'"),
                claims("iat past what a time holds",      TIME, "'iat':9223372036854775807"));
    }

    private List<Hostile> people() {
        return List.of(
                person("no user id",                      USER, "'name':'Ann'"),
                person("only null user ids",              USER, "'uuid':null,'user_id':null,'sub':null"),
                person("sub empty",                       USER, "'sub':''"),
                person("sub blank",                       USER, "'sub':' \\t'"),
                person("sub a list",                      USER, "'sub':['u1']"),
                person("sub an object",                   USER, "'sub':{'id':'u1'}"),
                person("sub true",                        USER, "'sub':true"),
                person("sub with a fraction",             USER, "'sub':1.5"),
                person("sub of 257 characters",           USER, "'sub':'" + "x".repeat(257) + "'"),
                person("sub of 300 digits",               USER, "'sub':" + "1".repeat(300)),
                person("sub with a newline",              USER, "'sub':'u1\\nu2'"),
                person("sub with a NUL",                  USER, "'sub':'u1\\u0000'"),
                person("sub with a line separator",       USER, "'sub':'u1\\u2028'"),
                person("sub with half a character",       USER, "'sub':'u1\\ud800'"),
                person("a bad uuid before a good sub",    USER, "'uuid':[],'sub':'u1'"),
                person("a blank user_id before a sub",    USER, "'user_id':'','sub':'u1'"),
                claims("role a list",                     ROLE, "'role':['admin']"),
                claims("role an object",                  ROLE, "'role':{'admin':true}"),
                claims("role a number",                   ROLE, "'role':1"),
                claims("tenant with a slash",             TENANT, "'tenant':'a/b'"),
                claims("tenant that climbs",              TENANT, "'tenant':'..'"),
                claims("tenant with a hash",              TENANT, "'tenant':'a#b'"),
                claims("tenant with a newline",           TENANT, "'tenant':'a\\n'"),
                claims("tenant with a letter not ASCII",  TENANT, "'tenant':'\u0430cme'"),
                claims("tenant empty",                    TENANT, "'tenant':''"),
                claims("tenant of 65 characters",         TENANT, "'tenant':'" + "x".repeat(65) + "'"),
                claims("tenant a number",                 TENANT, "'tenant':1"),
                claims("tenant a list",                   TENANT, "'tenant':['acme']"),
                claims("tenant null",                     TENANT, "'tenant':null"),
                claims("a refresh token",                 REFRESH, "'token_type':'refresh'"),
                claims("a refresh token in capitals",     REFRESH, "'token_type':'REFRESH'"),
                claims("token_type a list",               TOKEN_TYPE, "'token_type':['access']"),
                claims("token_type null",                 TOKEN_TYPE, "'token_type':null"),
                claims("aud an object",                   AUDIENCE, "'aud':{}"),
                claims("aud a list of numbers",           AUDIENCE, "'aud':[1]"));
    }
    // spotless:on

    private Hostile payload(String tries, Refusal refusal, String payload) {
        return tries(tries, refusal, by.token(by.header(), json(payload)));
    }

    /** A good payload with these claims besides. */
    private Hostile claims(String tries, Refusal refusal, String claims) {
        return payload(tries, refusal, Tokens.payload(claims));
    }

    /** A payload that is good but for who it names. */
    private Hostile person(String tries, Refusal refusal, String claims) {
        return payload(tries, refusal, "{'exp':%d,%s}".formatted(NOW + 60, claims));
    }
}
