package kb.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kb.files.ObjectStore;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** An {@link ObjectStore} in an S3 bucket. */
public final class S3Objects implements ObjectStore {
    /** What DeleteObjects takes at once. */
    private static final int BATCH = 1000;

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3Objects(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public void put(String name, String mediaType, byte[] content) {
        call(() -> client.putObject(
                put -> put.bucket(bucket).key(name).contentType(mediaType), RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<byte[]> get(String name) {
        return call(() -> {
            try {
                return Optional.of(
                        client.getObjectAsBytes(get -> get.bucket(bucket).key(name))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<byte[]> beginning(String name, int most) {
        return call(() -> {
            try {
                var range = "bytes=0-" + (most - 1);
                return Optional.of(client.getObjectAsBytes(
                                get -> get.bucket(bucket).key(name).range(range))
                        .asByteArrayUnsafe());
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            } catch (S3Exception refused) {
                // no range fits into an object of no bytes (RFC 9110, 15.5.17)
                if (refused.statusCode() == 416) return Optional.of(new byte[0]);
                throw refused;
            }
        });
    }

    @Override
    public Optional<Long> size(String name) {
        return call(() -> stored(name));
    }

    @Override
    public boolean download(String name, Path file) {
        return call(() -> {
            try (var out = Files.newOutputStream(file)) {
                client.getObject(get -> get.bucket(bucket).key(name), ResponseTransformer.toOutputStream(out));
                return true;
            } catch (NoSuchKeyException absent) {
                return false;
            } catch (IOException cannotWrite) {
                throw new UncheckedIOException(cannotWrite);
            }
        });
    }

    @Override
    public void delete(List<String> names) {
        for (var from = 0; from < names.size(); from += BATCH) {
            var batch = names.subList(from, Math.min(from + BATCH, names.size())).stream()
                    .map(name -> ObjectIdentifier.builder().key(name).build())
                    .toList();
            var answer = call(() -> client.deleteObjects(request ->
                    request.bucket(bucket).delete(all -> all.objects(batch).quiet(true))));
            // the request as a whole succeeds even when single objects could not be deleted
            for (var error : answer.errors()) {
                if (!error.code().equals("NoSuchKey")) throw new Unavailable(Part.STORAGE, notDeleted(error));
            }
        }
    }

    private static S3Exception notDeleted(S3Error error) {
        return (S3Exception) S3Exception.builder()
                .message("an object was not deleted: " + error.code())
                .build();
    }

    @Override
    public List<String> names(String prefix) {
        return call(
                () -> client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .toList());
    }

    /** Asks the store first: an address is of no use while it is down. */
    @Override
    public URI readAddress(String name, String filename, Duration validity) {
        call(() -> stored(name));
        var read = GetObjectRequest.builder()
                .bucket(bucket)
                .key(name)
                .responseContentDisposition(Attachment.named(filename))
                .responseContentType("application/pdf")
                .build();
        var address =
                presigner.presignGetObject(sign -> sign.getObjectRequest(read).signatureDuration(validity));
        return URI.create(address.url().toString());
    }

    private Optional<Long> stored(String name) {
        try {
            var size = client.headObject(head -> head.bucket(bucket).key(name)).contentLength();
            if (size == null) throw SdkClientException.create("the answer was cut off");
            return Optional.of(size);
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    @Override
    public WriteAddress writeAddress(String name, String mediaType, long bytes, String sha256, Duration validity) {
        call(() -> stored(name));
        return new WriteSignature(presigner, bucket).sign(name, mediaType, bytes, sha256, validity);
    }

    /** Only the signature knows it: a bucket's address depends on its name, its region and the settings. */
    @Override
    public Optional<String> origin() {
        return call(() -> {
            var read = presigner.presignGetObject(
                    sign -> sign.getObjectRequest(get -> get.bucket(bucket).key("any"))
                            .signatureDuration(Duration.ofMinutes(1)));
            var address = URI.create(read.url().toString());
            return Optional.of(address.getScheme() + "://" + address.getRawAuthority());
        });
    }

    @Override
    public Part part() {
        return Part.STORAGE;
    }

    @Override
    public void check() {
        call(() -> client.headBucket(head -> head.bucket(bucket)));
    }

    private static <T> T call(Supplier<T> call) {
        Deadline.left(Part.STORAGE, Clients.S3);
        try {
            return call.get();
        } catch (SdkException cause) {
            throw new Unavailable(Part.STORAGE, cause);
        }
    }
}
