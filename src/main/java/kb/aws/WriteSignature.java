package kb.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;
import kb.files.ObjectStore.WriteAddress;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Signs addresses to write to. Length, type, checksum and "only if there is nothing yet" are part of the signature: left
 * to itself it would cover no more than the host, and take anything.
 */
record WriteSignature(S3Presigner presigner, String bucket) {
    WriteAddress sign(String name, String mediaType, long bytes, String sha256, Duration validity) {
        var checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        var put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(name)
                .contentType(mediaType)
                .contentLength(bytes)
                .checksumSHA256(checksum)
                .ifNoneMatch("*")
                .build();
        var signed =
                presigner.presignPutObject(sign -> sign.putObjectRequest(put).signatureDuration(validity));
        var headers = new TreeMap<String, String>();
        signed.signedHeaders().forEach((header, values) -> headers.put(header.toLowerCase(), String.join(",", values)));
        headers.remove("host");
        return new WriteAddress(URI.create(signed.url().toString()), headers);
    }
}
