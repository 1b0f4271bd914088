package kb.local;

import java.io.InputStream;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * Tells of each object that was put, as a bucket's events do, and takes nothing but plain private objects.
 *
 * <p>S3 refuses {@code x-amz-} headers that are not signed, this server does not: whoever held an address to write to
 * could copy a stranger's object to it, or make their own public.
 */
final class WatchedBlobStore extends ForwardingBlobStore {
    /** Begins the names under which the server keeps the checksums it has checked. */
    private static final String SERVERS_OWN = "s3proxy_checksum_";

    private final Consumer<String> arrived;

    WatchedBlobStore(BlobStore store, Consumer<String> arrived) {
        super(store);
        this.arrived = arrived;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        if (!isPlain(request)) throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED);
        var answer = super.putBlob(request, content);
        arrived.accept(request.key());
        return answer;
    }

    private static boolean isPlain(PutObjectRequest request) {
        var usual = request.storageClass() == null || request.storageClass() == StorageClass.STANDARD;
        var bare = request.metadata().keySet().stream().allMatch(name -> name.startsWith(SERVERS_OWN));
        return usual && bare && isPrivate(request.acl());
    }

    private static boolean isPrivate(ObjectCannedACL access) {
        return access == null || access == ObjectCannedACL.PRIVATE;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED);
    }

    @Override
    public void setBlobAccess(String bucket, String name, ObjectCannedACL access) {
        if (!isPrivate(access)) throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED);
        super.setBlobAccess(bucket, name, access);
    }

    @Override
    public void setBlobAccess(String bucket, String name, ObjectCannedACL access, String version) {
        if (!isPrivate(access)) throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED);
        super.setBlobAccess(bucket, name, access, version);
    }
}
