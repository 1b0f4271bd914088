package kb.jwt;

import com.auth0.jwt.JWT;
import java.time.Duration;
import java.time.Instant;
import kb.people.Tenant;

/** A token for trying things out. In production somebody else issues them. */
public record DevelopmentToken(String user, String name, Role role, Tenant tenant, Duration validity) {
    public DevelopmentToken {
        if (!Claims.isUser(user)) {
            throw new IllegalArgumentException("a user id has 1 to 256 characters, no control characters among them");
        }
    }

    /**
     * The token's text; a gate with the same rules lets it in until {@code validity} is over.
     *
     * @throws IllegalStateException when the rules say that tokens are signed elsewhere
     */
    public String sign(TokenRules rules, Instant issuedAt) {
        var token = JWT.create()
                .withSubject(user)
                .withClaim("name", name)
                .withClaim("role", role.word())
                .withClaim("tenant", tenant.id())
                .withClaim("token_type", "access")
                .withIssuedAt(issuedAt)
                .withExpiresAt(issuedAt.plus(validity));
        rules.issuer().ifPresent(token::withIssuer);
        rules.audience().ifPresent(token::withAudience);
        return token.sign(rules.signer());
    }
}
