package kb.jwt;

import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * A token's three parts as they were sent, for the check of its signature, which looks at nothing else: what the parts say we
 * have read ourselves, and java-jwt need not read it again.
 */
record SignedText(String getHeader, String getPayload, String getSignature) implements DecodedJWT {
    @Override
    public String getToken() {
        return getHeader + "." + getPayload + "." + getSignature;
    }

    /** Whoever gives the key has found it already. */
    @Override
    public String getKeyId() {
        return null;
    }

    @Override
    public String getAlgorithm() {
        throw unread();
    }

    @Override
    public String getType() {
        throw unread();
    }

    @Override
    public String getContentType() {
        throw unread();
    }

    @Override
    public Claim getHeaderClaim(String name) {
        throw unread();
    }

    @Override
    public String getIssuer() {
        throw unread();
    }

    @Override
    public String getSubject() {
        throw unread();
    }

    @Override
    public List<String> getAudience() {
        throw unread();
    }

    @Override
    public Date getExpiresAt() {
        throw unread();
    }

    @Override
    public Date getNotBefore() {
        throw unread();
    }

    @Override
    public Date getIssuedAt() {
        throw unread();
    }

    @Override
    public String getId() {
        throw unread();
    }

    @Override
    public Claim getClaim(String name) {
        throw unread();
    }

    @Override
    public Map<String, Claim> getClaims() {
        throw unread();
    }

    private static UnsupportedOperationException unread() {
        return new UnsupportedOperationException("only the signature is checked");
    }
}
