package kb.jwt;

import com.auth0.jwt.exceptions.JWTVerificationException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kb.http.Caller;
import kb.http.Gate;
import kb.http.Request;

/** Lets in who shows a token that our {@link TokenRules} accept. */
public final class TokenGate implements Gate {
    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final int LONGEST_TOKEN = 8_192;
    private static final String BEARER = "bearer ";

    /** Fields that bring a key along, change what is signed, or must be understood (RFC 7515, 7516 and 7797). */
    private static final Set<String> EXTENSIONS = Set.of("crit", "b64", "zip", "jku", "jwk", "x5u", "x5c");

    /** RFC 7519, 5.1 and RFC 9068, 2.1. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final TokenRules rules;
    private final Clock clock;

    public TokenGate(TokenRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Caller identify(Request request) {
        var credentials = request.headers().all("authorization");
        if (credentials.isEmpty()) return Caller.ANONYMOUS;
        var token = CompactToken.parse(bearer(credentials));
        checkHeader(token.header());
        var claims = Claims.of(token.payload());
        checkSignature(token);
        checkTime(claims);
        checkParties(claims);
        return claims.caller();
    }

    private static String bearer(List<String> credentials) {
        var given = credentials.getFirst();
        if (credentials.size() != 1 || !given.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            throw Refusal.CREDENTIALS.exception();
        var token = given.substring(BEARER.length()).stripLeading();
        if (token.isEmpty() || !token.chars().allMatch(character -> '!' <= character && character <= '~'))
            throw Refusal.CREDENTIALS.exception();
        if (token.length() > LONGEST_TOKEN) throw Refusal.TOO_LONG.exception();
        return token;
    }

    private void checkHeader(JsonNode header) {
        if (!rules.key().algorithm().equals(header.path("alg").textValue())) throw Refusal.ALGORITHM.exception();
        if (EXTENSIONS.stream().anyMatch(header::has)) throw Refusal.EXTENSION.exception();
        var type = header.path("typ");
        if (type.isMissingNode()) return;
        if (!type.isTextual() || !TYPES.contains(type.textValue().toLowerCase(Locale.ROOT))) {
            throw Refusal.TYPE.exception();
        }
    }

    private void checkSignature(CompactToken token) {
        var algorithm = rules.verifier(token.header());
        try {
            algorithm.verify(token.text());
        } catch (JWTVerificationException mismatch) {
            throw Refusal.SIGNATURE.exception();
        }
    }

    private void checkTime(Claims claims) {
        var now = clock.instant();
        if (!now.isBefore(claims.expires().plus(LEEWAY))) throw Refusal.EXPIRED.exception();
        if (claims.notBefore().filter(now.plus(LEEWAY)::isBefore).isPresent()) throw Refusal.NOT_YET.exception();
    }

    private void checkParties(Claims claims) {
        if (rules.issuer().isPresent() && !rules.issuer().equals(claims.issuer())) throw Refusal.ISSUER.exception();
        if (rules.audience().filter(one -> !claims.audience().contains(one)).isPresent()) {
            throw Refusal.AUDIENCE.exception();
        }
    }
}
