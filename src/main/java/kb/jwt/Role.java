package kb.jwt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kb.http.Access;

/** The roles a token can give, by the words the replaced service used. */
public enum Role {
    USER(Access.READER),
    MANAGER(Access.WRITER),
    ADMIN(Access.ADMIN);

    private final Access access;

    Role(Access access) {
        this.access = access;
    }

    /** In any case of letters; empty when there is no such role. */
    public static Optional<Role> named(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** As the {@code role} claim has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Access access() {
        return access;
    }
}
