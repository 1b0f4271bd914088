package kb.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import kb.http.Access;
import kb.http.Caller;
import kb.people.Tenant;

/** What a token says, every type checked; whether it is true is for the signature to tell. */
record Claims(
        Caller caller, Instant expires, Optional<Instant> notBefore, Optional<String> issuer, List<String> audience) {
    private static final String DEFAULT_TENANT = "default";
    private static final int LONGEST_USER = 256;
    private static final int LONGEST_NAME = 200;
    /** The first second of the year 10000; what is later was meant as milliseconds, or as mischief. */
    private static final double END_OF_TIME = 253_402_300_800.0;

    /** Control characters, line separators and half characters: they forge log lines and cannot be stored. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    static Claims of(JsonNode payload) {
        if (!payload.has("exp")) throw Refusal.NO_EXPIRY.exception();
        refuseRefreshToken(payload);
        time(payload.path("iat"));
        return new Claims(
                caller(payload),
                time(payload.path("exp")).orElseThrow(),
                time(payload.path("nbf")),
                Optional.ofNullable(payload.path("iss").textValue()),
                audience(payload.path("aud")));
    }

    static boolean isUser(String id) {
        return !id.isBlank()
                && id.codePointCount(0, id.length()) <= LONGEST_USER
                && !UNPRINTABLE.matcher(id).find();
    }

    private static void refuseRefreshToken(JsonNode payload) {
        var type = payload.path("token_type");
        if (type.isMissingNode()) return;
        if (!type.isTextual()) throw Refusal.TOKEN_TYPE.exception();
        if (type.textValue().toLowerCase(Locale.ROOT).equals("refresh")) throw Refusal.REFRESH.exception();
    }

    /** RFC 7519, 2: a NumericDate may have a fraction. */
    private static Optional<Instant> time(JsonNode claim) {
        if (claim.isMissingNode()) return Optional.empty();
        var seconds = claim.isNumber() ? claim.doubleValue() : Double.NaN;
        if (!(seconds >= 0 && seconds < END_OF_TIME)) throw Refusal.TIME.exception();
        return Optional.of(Instant.ofEpochMilli((long) (seconds * 1_000)));
    }

    private static List<String> audience(JsonNode claim) {
        if (claim.isMissingNode() || claim.isNull()) return List.of();
        if (claim.isTextual()) return List.of(claim.textValue());
        if (!claim.isArray()) throw Refusal.AUDIENCE.exception();
        for (var one : claim) {
            if (!one.isTextual()) throw Refusal.AUDIENCE.exception();
        }
        return StreamSupport.stream(claim.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static Caller caller(JsonNode payload) {
        var user = user(payload);
        return new Caller(tenant(payload), user, name(payload, user), access(payload));
    }

    /** The replaced service's order, so that migrated chats keep their owners. */
    private static String user(JsonNode payload) {
        for (var claim : List.of("uuid", "user_id", "sub")) {
            var id = payload.path(claim);
            if (id.isMissingNode() || id.isNull()) continue;
            if ((id.isTextual() || id.isIntegralNumber()) && isUser(id.asText())) return id.asText();
            break;
        }
        throw Refusal.USER.exception();
    }

    private static String name(JsonNode payload, String user) {
        for (var claim : List.of("name", "fullname", "email", "gmail")) {
            var given = payload.path(claim);
            var name = given.isTextual() ? readable(given.textValue()) : "";
            if (!name.isEmpty()) return name;
        }
        return readable(user);
    }

    private static String readable(String name) {
        var text = UNPRINTABLE.matcher(name).replaceAll("").strip();
        var cut = text.codePoints().limit(LONGEST_NAME).toArray();
        return new String(cut, 0, cut.length);
    }

    private static Access access(JsonNode payload) {
        var role = payload.path("role");
        if (role.isMissingNode() || role.isNull()) return Access.READER;
        if (!role.isTextual()) throw Refusal.ROLE.exception();
        return Role.named(role.textValue()).map(Role::access).orElse(Access.READER);
    }

    private static String tenant(JsonNode payload) {
        var tenant = payload.path("tenant");
        if (tenant.isMissingNode()) return DEFAULT_TENANT;
        if (!tenant.isTextual() || !Tenant.isValid(tenant.textValue())) throw Refusal.TENANT.exception();
        return tenant.textValue();
    }
}
