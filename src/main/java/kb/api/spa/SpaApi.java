package kb.api.spa;

import java.util.Optional;
import kb.http.Access;
import kb.http.Caller;

/**
 * The app's routes, by feature.
 *
 * @param anonymous whether the app may do without a token what it never sends one with: list, see versions and parse
 */
public record SpaApi(
        SpaParsing parsing,
        SpaUploads uploads,
        SpaLibrary library,
        SpaChats chats,
        SpaAsking asking,
        SpaTotals totals,
        boolean anonymous) {
    private static final String TENANT = "default";
    private static final String NOBODY = "anonymous";

    public Optional<Caller> readingGuest() {
        return guest(Access.READER);
    }

    public Optional<Caller> parsingGuest() {
        return guest(Access.WRITER);
    }

    private Optional<Caller> guest(Access access) {
        return anonymous ? Optional.of(new Caller(TENANT, NOBODY, NOBODY, access)) : Optional.empty();
    }
}
