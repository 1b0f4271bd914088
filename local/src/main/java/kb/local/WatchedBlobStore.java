package kb.local;

import java.io.InputStream;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Tells of each object that was put, as a bucket's events do. */
final class WatchedBlobStore extends ForwardingBlobStore {
    private final Consumer<String> arrived;

    WatchedBlobStore(BlobStore store, Consumer<String> arrived) {
        super(store);
        this.arrived = arrived;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        var answer = super.putBlob(request, content);
        arrived.accept(request.key());
        return answer;
    }
}
