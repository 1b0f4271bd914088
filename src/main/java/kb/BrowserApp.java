package kb;

import java.time.Clock;
import kb.api.Paying;
import kb.api.spa.SpaApi;
import kb.api.spa.SpaAsking;
import kb.api.spa.SpaChats;
import kb.api.spa.SpaLibrary;
import kb.api.spa.SpaParsing;
import kb.api.spa.SpaTotals;
import kb.api.spa.SpaUploads;

/** The door of the replaced service's browser app, with all that stands behind it. */
final class BrowserApp {
    private BrowserApp() {}

    static SpaApi api(Services services, Paying paying, Clock clock, App.Manner manner) {
        return new SpaApi(
                new SpaParsing(services.drafting(), services.drafts(), manner.limits(), clock),
                new SpaUploads(services.drafts(), services.documents()),
                new SpaLibrary(services.documents(), services.erasure()),
                new SpaChats(services.chats()),
                new SpaAsking(services.chats(), services.turns(), paying),
                new SpaTotals(services.chats()),
                manner.spaAnonymous());
    }
}
