package kb.jwt;

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

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
