package kb.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * Keys of no worth, where the SDK looks last: at the address at which Lambda gives a function with SnapStart its role's. Until this is
 * closed.
 *
 * @param address stands in for that
 */
public record StandInKeys(URI address) implements AutoCloseable {
    private static final String PROPERTY = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();

    public StandInKeys {
        System.setProperty(PROPERTY, address.toString());
    }

    /** Has the SDK look for them wherever it looks, as it does before its first request. */
    public void look() {
        try (var keys = DefaultCredentialsProvider.builder().build()) {
            keys.resolveCredentials();
        }
    }

    @Override
    public void close() {
        System.clearProperty(PROPERTY);
    }
}
