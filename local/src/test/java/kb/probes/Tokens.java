package kb.probes;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.jwt.Secret;
import kb.jwt.TokenRules;
import kb.jwt.VerificationKey;
import kb.people.Tenant;

/** Signs the tokens that people send, good ones and others. */
record Tokens(Clock clock) {
    private static final TokenRules RULES = rules("the secret of the application under test");
    private static final TokenRules FOREIGN = rules("another secret, which somebody else holds");

    private static TokenRules rules(String text) {
        var secret = Secret.of(text);
        return new TokenRules(new VerificationKey.SharedSecret(() -> secret), Optional.empty(), Optional.empty());
    }

    TokenRules rules() {
        return RULES;
    }

    /** Headers with a token for a day. */
    Map<String, String> of(String tenant, String user, String role) {
        return signed(tenant, user, role, Duration.ofDays(1), RULES);
    }

    Map<String, String> expired(String tenant, String user, String role) {
        return signed(tenant, user, role, Duration.ofDays(-1), RULES);
    }

    Map<String, String> foreign(String tenant, String user, String role) {
        return signed(tenant, user, role, Duration.ofDays(1), FOREIGN);
    }

    private Map<String, String> signed(String tenant, String user, String role, Duration validity, TokenRules rules) {
        var token = new DevelopmentToken(user, user, Role.named(role).orElseThrow(), new Tenant(tenant), validity);
        return Map.of("authorization", "Bearer " + token.sign(rules, clock.instant()));
    }
}
