package kb.jwt;

import kb.http.Problem;
import kb.http.ProblemException;

/** Every reason to refuse a token, in words that help who sent it and repeat nothing of it. */
enum Refusal {
    CREDENTIALS("send one token, like this: authorization: Bearer <token>"),
    TOO_LONG("the token is longer than 8,192 bytes"),
    FORM("the token is not three base64url parts, without padding, joined by dots"),
    HEADER("the token's header is not one plain JSON object"),
    ALGORITHM("the token is not signed with the algorithm expected here"),
    EXTENSION("the token's header asks for what is never done here (crit, b64, zip, jku, jwk, x5u or x5c)"),
    TYPE("the token's typ is not JWT or at+jwt"),
    PAYLOAD("the token's payload is not one plain JSON object"),
    NO_EXPIRY("the token does not say when it expires (exp)"),
    TIME("the token's exp, nbf and iat must be seconds since 1970"),
    USER("the token needs a user id (uuid, user_id or sub) of 1 to 256 characters"),
    ROLE("the token's role must be a text"),
    TENANT("the token's tenant must be 1 to 64 letters, digits, - or _"),
    TOKEN_TYPE("the token's token_type must be a text"),
    REFRESH("this is a refresh token: send an access token"),
    KEY("the token is signed with a key that its issuer does not publish"),
    SIGNATURE("the token's signature does not match: get a token from whoever issues them for this service"),
    EXPIRED("the token has expired: get a new one"),
    NOT_YET("the token is not valid yet"),
    ISSUER("the token is from another issuer"),
    AUDIENCE("the token is for another audience");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    ProblemException exception() {
        return new ProblemException(new Problem.Unauthenticated(sentence));
    }
}
