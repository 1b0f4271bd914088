package kb.local;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kb.aws.Clients;
import kb.aws.S3Objects;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * An S3 server in this process over a folder, so that the twin runs the code that production runs.
 *
 * <p>It demands signatures as S3 does; the addresses it signs work for anybody who can reach it.
 */
public final class EmbeddedS3 implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedS3.class);

    /** Jetty's own selectors and acceptors are among them. */
    private static final int THREADS = 16;

    private static final int STOP_MILLISECONDS = 2_000;

    /** What a browser sends with a PDF to an address that was signed for it. */
    private static final List<String> SIGNED = List.of("content-type", "if-none-match", "x-amz-checksum-sha256");

    /** Who listens on every address is called on the loopback one. */
    private static final Map<String, String> REACHED_HERE = Map.of("0.0.0.0", "127.0.0.1", "::", "::1");

    private final AtomicReference<Consumer<String>> watcher = new AtomicReference<>(_ -> {});
    private final S3Proxy server;
    private final String host;
    private final String bucket;
    private final AwsCredentialsProvider credentials;

    /**
     * @param folder holds a folder named like the bucket, which holds the objects
     * @param port 0 for any that is free
     * @param origins exact origins whose pages may read and write in browsers
     * @throws IOException when the folder cannot be written or the port is taken
     */
    public EmbeddedS3(Path folder, String host, int port, S3Credentials keys, String bucket, List<String> origins)
            throws IOException {
        this.host = host;
        this.bucket = bucket;
        this.credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.accessKey(), keys.secretKey()));
        createPrivate(folder.resolve(bucket));
        // a relative path would make the server list nothing
        this.server = S3Proxy.builder()
                .blobStore(new WatchedBlobStore(
                        new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()), this::announce))
                .endpoint(address(host, port))
                .awsAuthentication(AuthenticationType.AWS_V4, keys.accessKey(), keys.secretKey())
                .corsRules(cors(origins))
                .jettyMaxThreads(THREADS)
                .stopTimeout(STOP_MILLISECONDS)
                .build();
        start();
    }

    /** @param arrived hears the name of each object that is put, after it is there; it must not take long */
    public void watch(Consumer<String> arrived) {
        watcher.set(arrived);
    }

    private void announce(String name) {
        watcher.get().accept(name);
    }

    /** A folder that everybody on this machine may read is a bucket that the server lets anybody list, unsigned. */
    private static void createPrivate(Path bucket) throws IOException {
        Files.createDirectories(bucket);
        Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception cause) {
            close();
            throw cause instanceof IOException known ? known : new IOException("the S3 server does not start", cause);
        }
    }

    private static CrossOriginResourceSharing cors(List<String> origins) {
        if (origins.isEmpty()) return CrossOriginResourceSharing.disabled();
        // the server takes patterns
        var exact = origins.stream().map(Pattern::quote).toList();
        return new CrossOriginResourceSharing(
                exact, List.of("GET", "HEAD", "PUT"), SIGNED, List.of("ETag", "Content-Disposition"), "false");
    }

    /** Where this machine reaches it. */
    public URI endpoint() {
        return address(REACHED_HERE.getOrDefault(host, host), server.getPort());
    }

    private static URI address(String host, int port) {
        try {
            return new URI("http", null, host, port, null, null, null); // puts the brackets around IPv6
        } catch (URISyntaxException neverListened) {
            throw new IllegalArgumentException(neverListened);
        }
    }

    public AwsCredentialsProvider credentials() {
        return credentials;
    }

    public S3Client client() {
        return Clients.s3(S3Client.builder()
                .endpointOverride(endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials));
    }

    /** @param address under which browsers reach this server, for instance {@link #endpoint()} */
    public S3Presigner presigner(URI address) {
        return S3Presigner.builder()
                .endpointOverride(address)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .build();
    }

    public S3Objects objects(URI address) {
        return new S3Objects(client(), presigner(address), bucket);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception lateAnswer) {
            LOG.warn("the S3 server cut requests off to stop in time", lateAnswer);
        }
    }
}
