package kb.api;

import kb.http.Call;
import kb.http.Response;

/** Tells a caller who we think it is. */
public final class MeApi {
    private final Limits limits;

    public MeApi(Limits limits) {
        this.limits = limits;
    }

    record Me(String id, String name, String role, String tenant, Limits limits) {}

    Response me(Call call) {
        var caller = call.caller();
        var role =
                switch (caller.access()) {
                    case PUBLIC, READER -> "user";
                    case WRITER -> "manager";
                    case ADMIN -> "admin";
                };
        return Response.json(200, new Me(caller.user(), caller.name(), role, caller.tenant(), limits));
    }
}
