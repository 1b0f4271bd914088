package kb.jwt;

import static kb.jwt.Tokens.CLOCK;
import static kb.jwt.Tokens.SECRET;
import static kb.jwt.Tokens.gate;
import static kb.jwt.Tokens.payload;
import static kb.jwt.Tokens.request;
import static kb.jwt.Tokens.withPayload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.http.Problem;
import kb.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTokensTest {
    @ParameterizedTest
    @MethodSource({"kb.jwt.HostileTokens#all", "kb.jwt.HostileClaims#all"})
    void a_hostile_token_is_refused_for_what_it_tries(Hostile hostile) {
        var request = request(hostile.authorization().toArray(String[]::new));
        var refused = assertThrows(ProblemException.class, () -> gate().identify(request), hostile.tries());
        assertEquals(new Problem.Unauthenticated(hostile.refusal().sentence()), refused.problem(), hostile.tries());
    }

    @Test
    void every_refusal_is_tried() {
        var all = Stream.concat(HostileTokens.all(), HostileClaims.all());
        var tried = all.map(Hostile::refusal).collect(Collectors.toSet());
        tried.add(Refusal.ISSUER); // below
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
