package kb.jwt;

import static kb.jwt.Tokens.CLOCK;
import static kb.jwt.Tokens.SECRET;
import static kb.jwt.Tokens.gate;
import static kb.jwt.Tokens.payload;
import static kb.jwt.Tokens.request;
import static kb.jwt.Tokens.withPayload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.http.Problem;
import kb.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTokensTest {
    /** Tried against a gate for this algorithm. */
    record Attempt(Signing by, Hostile hostile) {}

    static Stream<Attempt> attempts() {
        return Arrays.stream(Signing.values())
                .flatMap(by -> Stream.of(HostileTokens.all(by), HostileClaims.all(by), HostileKeys.all(by))
                        .flatMap(all -> all.map(one -> new Attempt(by, one))));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void a_hostile_token_is_refused_for_what_it_tries(Attempt attempt) {
        var hostile = attempt.hostile();
        var request = request(hostile.authorization().toArray(String[]::new));
        var gate = gate(attempt.by().key());
        var refused = assertThrows(ProblemException.class, () -> gate.identify(request), hostile.tries());
        assertEquals(new Problem.Unauthenticated(hostile.refusal().sentence()), refused.problem(), hostile.tries());
    }

    @ParameterizedTest
    @EnumSource
    void a_good_token_of_each_algorithm_is_let_in(Signing by) {
        var token = by.token(by.header(), Tokens.GOOD_PAYLOAD);
        assertEquals("u1", gate(by.key()).identify(request("Bearer " + token)).user());
    }

    @Test
    void every_refusal_is_tried() {
        var tried = attempts().map(one -> one.hostile().refusal()).collect(Collectors.toSet());
        tried.add(Refusal.ISSUER); // below
        tried.add(Refusal.KEY); // PublishedKeysTest
        assertEquals(EnumSet.allOf(Refusal.class), tried);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    "aud":"kb"                        | ISSUER
                    "aud":"kb","iss":"them"           | ISSUER
                    "aud":"kb","iss":"US"             | ISSUER
                    "aud":"kb","iss":["us"]           | ISSUER
                    "aud":"kb","iss":null             | ISSUER
                    "iss":"us"                        | AUDIENCE
                    "iss":"us","aud":"other"          | AUDIENCE
                    "iss":"us","aud":"kb2"            | AUDIENCE
                    "iss":"us","aud":[]               | AUDIENCE
                    "iss":"us","aud":["other","KB"]   | AUDIENCE
                    "iss":"us","aud":null             | AUDIENCE
                    """)
    void a_token_for_somebody_else_is_refused(String claims, Refusal refusal) {
        var rules = new TokenRules(Tokens.key(SECRET), Optional.of("us"), Optional.of("kb"));
        var request = request("Bearer " + withPayload(payload(claims)));
        var refused = assertThrows(ProblemException.class, () -> new TokenGate(rules, CLOCK).identify(request));
        assertEquals(new Problem.Unauthenticated(refusal.sentence()), refused.problem());
    }
}
