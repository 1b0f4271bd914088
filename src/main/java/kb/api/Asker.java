package kb.api;

import kb.http.Caller;
import kb.people.Person;
import kb.people.Tenant;

/** The caller in the services' words. */
final class Asker {
    private Asker() {}

    static Tenant tenant(Caller caller) {
        return new Tenant(caller.tenant());
    }

    static Person person(Caller caller) {
        return new Person(tenant(caller), caller.user(), caller.name());
    }
}
