package kb.http;

/**
 * Who is asking, as far as a verified token tells.
 *
 * @param name for people to read, for example beside an upload
 */
public record Caller(String tenant, String user, String name, Access access) {
    public static final Caller ANONYMOUS = new Caller("", "", "", Access.PUBLIC);

    public boolean may(Access needed) {
        return access.covers(needed);
    }
}
