package kb.api;

import kb.activity.Activity;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.http.Call;

/** That an admin looked into what others did. */
final class AdminRead {
    private AdminRead() {}

    static void of(Call call) {
        Activity.did(Deed.of(Kind.ADMIN, "read", call.request().path()));
    }
}
