package kb.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import kb.http.Access;
import kb.http.Method;
import kb.http.Response;
import kb.http.Route;
import kb.probes.Secret.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A stranger's request for what exists is answered as the same request for what nobody has, whatever the route, and no
 * answer to a stranger holds a word of what is not theirs. How long an answer takes is not looked at.
 *
 * <p>The requests are made from the route table. {@code KB_REQUIRE=all} asks for more than ten thousand of them.
 */
@Tag("parts")
class StrangersTest {
    private static final long SEED = 20_260_102;
    private static final boolean ALL = "all".equals(System.getenv("KB_REQUIRE"));
    private static final int FOR_EACH_ROUTE = ALL ? 640 : 30;
    private static final Logger ACCESS_LOG = (Logger) LoggerFactory.getLogger("kb.access");

    @TempDir
    Path folder;

    @BeforeEach
    void logLess() {
        ACCESS_LOG.setLevel(Level.WARN);
    }

    @AfterEach
    void logAsBefore() {
        ACCESS_LOG.setLevel(null);
    }

    @Test
    void what_is_not_theirs_is_to_strangers_like_what_nobody_has() throws Exception {
        try (var app = new Controlled(folder, SEED)) {
            var words = new Words(SEED);
            var tenant = words.next();
            var user = words.next();
            var caller = new Caller(app, app.tokens().of(tenant, user, "admin"));
            var owner = new Owner(app, caller, words, tenant, user);
            owner.settle();
            var strangers = new Strangers(app, owner, tenant, user).settle();
            owner.goOn();
            var probes = probes(app.app().router().table(), owner.secrets(), strangers);
            System.out.printf(
                    "%,d probes of %d secrets, seed %d%n",
                    probes.size(), owner.secrets().size(), SEED);
            assertTrue(probes.size() >= (ALL ? 10_000 : 300), "only " + probes.size());

            var before = owner.view();
            var leaks = new ArrayList<String>();
            for (int i = 0; i < probes.size(); i++) ask(app, probes.get(i), i + 1, leaks);
            assertEquals("", String.join("\n", leaks.subList(0, Math.min(leaks.size(), 10))), leaks.size() + " leaks");
            assertEquals(before, owner.view(), "a stranger changed something");
        }
    }

    private static List<Probe> probes(List<Route> table, List<Secret> secrets, List<Stranger> strangers) {
        var chosen = new ArrayList<Probe>();
        for (var route : table) {
            var all = new ArrayList<Probe>();
            for (var ask : Asks.of(route))
                for (var secret : secrets)
                    for (var stranger : strangers)
                        for (var spelling : Spelling.values())
                            if (makesSense(route, ask, secret, stranger, spelling))
                                all.add(new Probe(route, ask, stranger, secret, spelling));
            assertFalse(all.isEmpty(), () -> "no probes for " + route.method() + " " + route.path());
            Collections.shuffle(all, new Random(SEED));
            chosen.addAll(all.subList(0, Math.min(all.size(), FOR_EACH_ROUTE)));
        }
        return chosen;
    }

    private static boolean makesSense(Route route, Ask ask, Secret secret, Stranger stranger, Spelling spelling) {
        var isOneSpelling = spelling == Spelling.PLAIN || secret.kind() != Kind.CONTENT;
        var isTheirName = stranger.name().contains(secret.text());
        return ask.fits().contains(secret.kind())
                && isOneSpelling
                && !isTheirName
                && stranger.mustNotKnow(route, secret);
    }

    private static void ask(Controlled app, Probe probe, int number, List<String> leaks) throws Exception {
        var real = probe.comparable(app.send(probe.real(number)), probe.secret().text());
        var nobodys =
                probe.comparable(app.send(probe.nobodys(number)), probe.secret().nobodys());
        if (!real.equals(nobodys)) leaks.add(probe + "\n  gives   " + real + "\n  not     " + nobodys);
        for (var word : probe.stranger().hidden()) {
            if (real.toLowerCase(Locale.ROOT).contains(word)) leaks.add(probe + "\n  gives " + word + " in " + real);
        }
    }

    @Test
    void a_route_or_a_parameter_that_nobody_thought_of_has_no_probes_and_fails() {
        assertThrows(AssertionError.class, () -> Asks.of(route("/backups")));
        assertThrows(AssertionError.class, () -> Asks.of(route("/documents/{document_id}/pages/{number}")));
        assertThrows(AssertionError.class, () -> Asks.of(route("/chats/{chat}")));
    }

    private static Route route(String path) {
        return Route.route(Method.GET, path, Access.READER, _ -> Response.empty(204));
    }
}
