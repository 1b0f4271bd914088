package kb.api;

import static kb.activity.Activity.did;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.http.Access;
import kb.http.Body;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.http.Route;
import kb.outside.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has written down what callers do, under their names, and what goes wrong meanwhile, under its incident number.
 *
 * <p>What goes wrong before it is known who asks belongs to no tenant: it is in the log only. So is what fails because the table does,
 * which could not be written down either.
 */
public final class Recorded {
    private static final Logger LOG = LoggerFactory.getLogger(Recorded.class);

    private final Activity activity;
    private final Function<RuntimeException, Optional<Problem>> explain;
    private final Supplier<String> newId;

    /** @param explain and @param newId as {@link kb.http.Router} has them */
    public Recorded(Activity activity, Function<RuntimeException, Optional<Problem>> explain, Supplier<String> newId) {
        this.activity = activity;
        this.explain = explain;
        this.newId = newId;
    }

    public List<Route> all(List<Route> table) {
        return table.stream()
                .map(route -> route.access() == Access.PUBLIC ? route : recorded(route))
                .toList();
    }

    private Route recorded(Route route) {
        return route.handledBy(call -> {
            var person = Asker.person(call.caller());
            var response = activity.of(
                    person, () -> watched(route, () -> route.handler().handle(call)));
            if (!(response.body() instanceof Body.Events(var stream))) return response;
            return new Response(response.status(), response.headers(), new Body.Events(receiver -> {
                Supplier<Boolean> told = () -> {
                    stream.sendTo(receiver);
                    return true;
                };
                activity.of(person, () -> watched(route, told));
            }));
        });
    }

    private <T> T watched(Route route, Supplier<T> work) {
        try {
            return work.get();
        } catch (Body.CallerGone gone) {
            throw gone;
        } catch (ProblemException told) {
            note(route, told.problem());
            throw told;
        } catch (RuntimeException failure) {
            var explained = explain.apply(failure);
            if (explained.isEmpty()) throw unexpected(route, failure);
            note(route, explained.get());
            throw failure;
        } catch (StackOverflowError | LinkageError failure) {
            throw unexpected(route, failure);
        }
    }

    private ProblemException unexpected(Route route, Throwable failure) {
        var incident = newId.get();
        LOG.error("incident {} in {}", incident, route.path(), failure);
        var problem = new Problem.Unexpected(incident);
        note(route, problem);
        return new ProblemException(problem);
    }

    /** Of what is told to callers, that which is not their own doing. */
    private static void note(Route route, Problem problem) {
        switch (problem) {
            case Problem.Telling(var told, var _) -> note(route, told);
            case Problem.Unexpected(var incident) ->
                did(deed(route, "unexpected", "ERROR")
                        .with("incident", incident)
                        .failed("something went wrong; the log has it as incident " + incident));
            case Problem.Unavailable(var part, var title, var _) -> {
                if (!part.equals(Part.TABLE.word()))
                    did(deed(route, part + "-unavailable", "WARNING").failed("the " + title + " did not answer"));
            }
            case Problem.ModelBusy _ ->
                did(deed(route, "model-unavailable", "WARNING").failed("the chat model takes no more for now"));
            case Problem.ModelQuota() ->
                did(deed(route, "model-quota", "ERROR")
                        .failed("the chat model's provider gives no more until it is paid"));
            case Problem.ModelKey() ->
                did(deed(route, "model-key", "ERROR").failed("the chat model's provider does not accept our key"));
            case Problem.ModelUnknown() ->
                did(deed(route, "model-unknown", "ERROR")
                        .failed("the chat model's provider has no model of the configured name: set OPENAI_MODEL"));
            default -> {
                // the caller's own mistake
            }
        }
    }

    private static Deed deed(Route route, String type, String level) {
        var component = route.segments().get(1);
        return Deed.of(Kind.ERROR, type, route.method() + " " + route.path())
                .with("component", component)
                .with("level", level)
                .counting("errors." + component, 1);
    }
}
