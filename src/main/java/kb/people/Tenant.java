package kb.people;

import java.util.regex.Pattern;

/** Whose data it is. Every key, object name and index query starts from one. */
public record Tenant(String id) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Tenant {
        if (!isValid(id)) throw new IllegalArgumentException("a tenant's id has 1 to 64 letters, digits, - or _");
    }

    public static boolean isValid(String id) {
        return SHAPE.matcher(id).matches();
    }

    @Override
    public String toString() {
        return id;
    }
}
