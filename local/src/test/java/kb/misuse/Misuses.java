package kb.misuse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** All that somebody who holds a signed address may try with it, except to use it. */
public final class Misuses {
    private static final String CHECKSUM = "x-amz-checksum-sha256";

    private Misuses() {}

    public static Stream<Misuse> all() {
        return Stream.of(bodies(), headers(), Addresses.keys(), Addresses.verbs(), Addresses.signatures(), extras())
                .flatMap(List::stream);
    }

    /** What another S3 may take: it is the announced bytes that come. */
    public static Stream<Misuse> inVain() {
        return Stream.of(
                new Misuse("chunks and a length", scene -> chunked(scene.put())),
                new Misuse("a second end", scene -> scene.put().asking("X-Amz-Expires=604800")),
                new Misuse(
                        "the coding of chunks alone", scene -> scene.put().saying("content-encoding", "aws-chunked")));
    }

    // spotless:off
    private static List<Misuse> bodies() {
        return List.of(
                new Misuse("one byte less", scene -> scene.put().bringing(Arrays.copyOf(scene.pdf(), length(scene) - 1))),
                new Misuse("one byte more", scene -> scene.put().bringing(Arrays.copyOf(scene.pdf(), length(scene) + 1))),
                new Misuse("no bytes", scene -> scene.put().bringing(new byte[0])),
                new Misuse("ten bytes", scene -> scene.put().bringing(Arrays.copyOf(scene.pdf(), 10))),
                new Misuse("twice the bytes", scene -> scene.put().bringing(Arrays.copyOf(scene.pdf(), 2 * length(scene)))),
                new Misuse("a body that breaks off", scene -> scene.put().only(Arrays.copyOf(scene.pdf(), length(scene) / 2))),
                new Misuse("no length", scene -> scene.put().unsaid("content-length")),
                new Misuse("a negative length", scene -> scene.put().saying("content-length", "-1")),
                new Misuse("two lengths", scene -> scene.put().alsoSaying("content-length", "10")),
                new Misuse("chunks instead of a length", scene -> chunked(scene.put().unsaid("content-length"))),
                new Misuse("other bytes of the same length", scene -> scene.put().only(scene.others())),
                new Misuse("zeros of the same length", scene -> scene.put().only(new byte[length(scene)])),
                new Misuse("other bytes and their checksum", scene -> scene.put().only(scene.others()).saying(CHECKSUM, sha256(scene.others()))));
    }
    // spotless:on

    private static int length(Scene scene) {
        return scene.pdf().length;
    }

    private static SignedPut chunked(SignedPut put) {
        var body = new ByteArrayOutputStream();
        body.writeBytes((Integer.toHexString(put.body().length) + "\r\n").getBytes(ISO_8859_1));
        body.writeBytes(put.body());
        body.writeBytes("\r\n0\r\n\r\n".getBytes(ISO_8859_1));
        return put.saying("transfer-encoding", "chunked").only(body.toByteArray());
    }

    // spotless:off
    private static List<Misuse> headers() {
        return List.of(
                new Misuse("another type", scene -> scene.put().saying("content-type", "text/html")),
                new Misuse("any type", scene -> scene.put().saying("content-type", "application/octet-stream")),
                new Misuse("a type with a parameter", scene -> scene.put().saying("content-type", "application/pdf; charset=utf-8")),
                new Misuse("no type", scene -> scene.put().unsaid("content-type")),
                new Misuse("no checksum", scene -> scene.put().unsaid(CHECKSUM)),
                new Misuse("an empty checksum", scene -> scene.put().saying(CHECKSUM, "")),
                new Misuse("a malformed checksum", scene -> scene.put().saying(CHECKSUM, "abc")),
                new Misuse("a hexadecimal checksum", scene -> scene.put().saying(CHECKSUM, HexFormat.of().formatHex(Base64.getDecoder().decode(scene.put().said(CHECKSUM))))),
                new Misuse("the checksum of other bytes", scene -> scene.put().saying(CHECKSUM, sha256(scene.others()))),
                new Misuse("two checksums", scene -> scene.put().only(scene.others()).alsoSaying(CHECKSUM, sha256(scene.others()))),
                new Misuse("a weaker checksum", scene -> scene.put().unsaid(CHECKSUM).saying("x-amz-checksum-crc32", "AAAAAA==")),
                new Misuse("no condition", scene -> scene.put().unsaid("if-none-match")),
                new Misuse("another condition", scene -> scene.put().saying("if-none-match", "\"an-etag\"")),
                new Misuse("the opposite condition", scene -> scene.put().unsaid("if-none-match").saying("if-match", "*")),
                new Misuse("another host", scene -> scene.put().saying("host", "elsewhere.example")));
    }

    /** What S3 would heed although it is not signed. */
    private static List<Misuse> extras() {
        return List.of(
                new Misuse("a copy of a stranger's document", scene -> scene.put().saying("x-amz-copy-source", scene.stranger())),
                new Misuse("a copy with nothing sent", scene -> scene.put().bringing(new byte[0]).saying("x-amz-copy-source", scene.stranger())),
                new Misuse("public to read", scene -> scene.put().saying("x-amz-acl", "public-read")),
                new Misuse("a grant to everyone", scene -> scene.put().saying("x-amz-grant-read", "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"")),
                new Misuse("tags", scene -> scene.put().saying("x-amz-tagging", "a=b")),
                new Misuse("metadata", scene -> scene.put().saying("x-amz-meta-from", "me")),
                new Misuse("a redirect", scene -> scene.put().saying("x-amz-website-redirect-location", "https://evil.example/")),
                new Misuse("another storage class", scene -> scene.put().saying("x-amz-storage-class", "GLACIER")),
                new Misuse("a lock", scene -> scene.put().saying("x-amz-object-lock-mode", "COMPLIANCE")),
                new Misuse("another key for encryption", scene -> scene.put().saying("x-amz-server-side-encryption-customer-algorithm", "AES256")),
                new Misuse("a session of somebody else", scene -> scene.put().saying("x-amz-security-token", "abc")),
                new Misuse("a second signature", scene -> scene.put().saying("authorization", "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00")),
                new Misuse("signed chunks", scene -> streaming(scene, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", ";chunk-signature=" + "0".repeat(64))),
                new Misuse("unsigned chunks", scene -> streaming(scene, "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "")));
    }
    // spotless:on

    /** @param signature behind the length of the chunk */
    private static SignedPut streaming(Scene scene, String kind, String signature) {
        var body = new ByteArrayOutputStream();
        body.writeBytes((Integer.toHexString(length(scene)) + signature + "\r\n").getBytes(ISO_8859_1));
        body.writeBytes(scene.pdf());
        body.writeBytes(("\r\n0" + signature + "\r\n\r\n").getBytes(ISO_8859_1));
        return scene.put()
                .bringing(body.toByteArray())
                .saying("content-encoding", "aws-chunked")
                .saying("x-amz-content-sha256", kind)
                .saying("x-amz-decoded-content-length", Integer.toString(length(scene)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
