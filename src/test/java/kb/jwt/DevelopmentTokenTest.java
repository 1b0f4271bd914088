package kb.jwt;

import static kb.jwt.Tokens.CLOCK;
import static kb.jwt.Tokens.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import kb.http.Access;
import kb.http.Caller;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;

class DevelopmentTokenTest {
    private static final TokenRules RULES =
            new TokenRules(Tokens.key(Tokens.SECRET), Optional.of("us"), Optional.of("kb"));
    private static final DevelopmentToken MANAGER =
            new DevelopmentToken("u1", "Ann", Role.MANAGER, new Tenant("acme"), Duration.ofHours(1));

    @Test
    void it_opens_a_gate_with_the_same_rules() {
        var token = MANAGER.sign(RULES, CLOCK.instant());
        assertEquals(
                new Caller("acme", "u1", "Ann", Access.WRITER),
                new TokenGate(RULES, CLOCK).identify(request("Bearer " + token)));
    }

    @Test
    void it_expires() {
        var token = MANAGER.sign(RULES, CLOCK.instant());
        var later = new TokenGate(RULES, Clock.offset(CLOCK, Duration.ofMinutes(61)));
        var refused = assertThrows(ProblemException.class, () -> later.identify(request("Bearer " + token)));
        assertEquals(new Problem.Unauthenticated("the token has expired: get a new one"), refused.problem());
    }

    @Test
    void a_user_nobody_could_be_is_refused_when_it_is_made() {
        for (var user : new String[] {"", " ", "a\nb", "x".repeat(257)}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new DevelopmentToken(user, "Ann", Role.USER, new Tenant("acme"), Duration.ofHours(1)));
        }
    }

    @Test
    void a_role_is_known_by_its_word_and_a_typing_error_is_none() {
        assertEquals(Optional.of(Role.ADMIN), Role.named("Admin"));
        assertEquals(Optional.empty(), Role.named("manger"));
    }
}
