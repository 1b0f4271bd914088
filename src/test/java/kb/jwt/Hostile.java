package kb.jwt;

import static kb.jwt.Tokens.NOW;

import java.util.List;

/** What is tried, why it must fail, and the authorization fields that try it. */
record Hostile(String tries, Refusal refusal, List<String> authorization) {
    @Override
    public String toString() {
        return tries;
    }

    static Hostile sent(String tries, Refusal refusal, String... authorization) {
        return new Hostile(tries, refusal, List.of(authorization));
    }

    static Hostile tries(String tries, Refusal refusal, String token) {
        return sent(tries, refusal, "Bearer " + token);
    }

    static Hostile header(String tries, Refusal refusal, String header) {
        return tries(tries, refusal, Tokens.withHeader(json(header)));
    }

    static Hostile payload(String tries, Refusal refusal, String payload) {
        return tries(tries, refusal, Tokens.withPayload(json(payload)));
    }

    /** A good payload with these claims besides. */
    static Hostile claims(String tries, Refusal refusal, String claims) {
        return payload(tries, refusal, Tokens.payload(claims));
    }

    /** A payload that is good but for who it names. */
    static Hostile person(String tries, Refusal refusal, String claims) {
        return payload(tries, refusal, "{'exp':%d,%s}".formatted(NOW + 60, claims));
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
