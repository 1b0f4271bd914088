package kb.jwt;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/** The only curve of ES256. */
final class P256 {
    static final ECParameterSpec CURVE = curve();

    private P256() {}

    /** A point that is not on the curve leads to a weaker one, and Java does not look. */
    static boolean holds(ECPublicKey key) {
        var theirs = key.getParams();
        return theirs.getCurve().equals(CURVE.getCurve())
                && theirs.getGenerator().equals(CURVE.getGenerator())
                && theirs.getOrder().equals(CURVE.getOrder())
                && isOnCurve(key.getW());
    }

    private static boolean isOnCurve(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) return false;
        var prime = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        var x = point.getAffineX();
        var y = point.getAffineY();
        if (x.signum() < 0 || y.signum() < 0 || x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) return false;
        var right = x.multiply(x)
                .add(CURVE.getCurve().getA())
                .multiply(x)
                .add(CURVE.getCurve().getB());
        return y.multiply(y).mod(prime).equals(right.mod(prime));
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
