package kb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import kb.files.ObjectStore;
import kb.misuse.Scene;
import kb.misuse.SignedPut;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A PDF that somebody has announced, and what may be tried with the address that they were given. */
record Announced(Client writer, ObjectStore objects, byte[] pdf, JsonNode upload) {
    static Announced by(Client writer, ObjectStore objects, String filename, byte[] pdf) throws Exception {
        var reply = announce(writer, filename, pdf);
        if (reply.status() != 202) throw new AssertionError(reply.text());
        return new Announced(writer, objects, pdf, reply.json());
    }

    static FrontEnd.Reply announce(Client writer, String filename, byte[] pdf) throws Exception {
        return writer.sendJson("POST", "/documents/uploads", announcement(filename, pdf));
    }

    static Map<String, Object> announcement(String filename, byte[] pdf) throws Exception {
        return new HashMap<>(Map.of("filename", filename, "size_bytes", pdf.length, "sha256", sha256(pdf)));
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    String id() {
        return upload.get("document_id").textValue();
    }

    String complete() {
        return "/documents/uploads/" + id() + "/complete";
    }

    String status() throws Exception {
        return writer.get("/documents/" + id()).json().get("status").textValue();
    }

    /** It is put and completed as it is meant. */
    void becomesReady() throws Exception {
        assertEquals(200, put().send());
        assertEquals(202, writer.send("POST", complete()).status());
        var document = writer.ready(id());
        assertEquals("ready", document.get("status").textValue(), document::toString);
        assertArrayEquals(pdf, objects.get(name()).orElseThrow());
    }

    SignedPut put() {
        return SignedPut.of(upload, pdf);
    }

    /** The name of the object. */
    String name() {
        var path = put().path();
        return path.substring(path.indexOf('/', 1) + 1);
    }

    Scene scene(Announced sibling, String stranger) {
        var bucket = put().path().substring(0, put().path().indexOf('/', 1) + 1);
        return new Scene(put(), sibling.put().path(), bucket + stranger, signedWithAnotherSecret(), this::late);
    }

    private SignedPut signedWithAnotherSecret() {
        var url = URI.create(upload.get("url").textValue());
        var headers = upload.get("headers");
        var request = PutObjectRequest.builder()
                .bucket(url.getPath().split("/")[1])
                .key(name())
                .contentType("application/pdf")
                .contentLength((long) pdf.length)
                .checksumSHA256(headers.get("x-amz-checksum-sha256").textValue())
                .ifNoneMatch("*")
                .build();
        var keys = AwsBasicCredentials.create(accessKey(url), "a secret that nobody gave us");
        try (var presigner = S3Presigner.builder()
                .endpointOverride(url.resolve("/"))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .build()) {
            var signed = presigner.presignPutObject(
                    sign -> sign.putObjectRequest(request).signatureDuration(Duration.ofMinutes(5)));
            return put().asking(java.util.List.of(
                    signed.url().getQuery().replace("/", "%2F").split("&")));
        }
    }

    private static String accessKey(URI url) {
        return url.getRawQuery().replaceFirst(".*X-Amz-Credential=", "").replaceFirst("%2F.*", "");
    }

    /** Signed for a second, and that is over. */
    private SignedPut late() {
        try {
            var brief = objects.writeAddress(name(), "application/pdf", pdf.length, sha256(pdf), Duration.ofSeconds(1));
            var over = Instant.now().plusSeconds(2);
            Outage.await("its time is over", () -> Instant.now().isAfter(over));
            return put().asking(java.util.List.of(brief.url().getRawQuery().split("&")));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An object of a tenant whom nobody here knows. */
    static String stranger(ObjectStore objects) {
        var name = "stranger/" + UUID.randomUUID() + "/source.pdf";
        objects.put(name, "application/pdf", Pdfs.of("It is nobody's business."));
        return name;
    }
}
