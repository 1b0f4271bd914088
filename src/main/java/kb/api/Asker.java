package kb.api;

import kb.http.Caller;
import kb.people.Person;
import kb.people.Tenant;

/** The caller in the services' words. */
public final class Asker {
    private Asker() {}

    public static Tenant tenant(Caller caller) {
        return new Tenant(caller.tenant());
    }

    public static Person person(Caller caller) {
        return new Person(tenant(caller), caller.user(), caller.name());
    }
}
