package kb.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import kb.http.Bytes;

/** Brings PDFs into a knowledge base: in a request, or past it into storage when they are larger than that takes. */
final class Delivery {
    /** Those that the JDK's client sets itself. */
    private static final Set<String> ITS_OWN = Set.of("host", "content-length");

    private final Service service;
    private final long direct;
    private final long announced;

    Delivery(Service service) {
        this.service = service;
        var limits = service.get("/health", "").get("limits");
        this.direct = limits.get("direct_upload_bytes").longValue();
        this.announced = limits.get("presigned_upload_bytes").longValue();
    }

    /** @return the document's id @throws IllegalStateException when it is not taken; the message says what to do */
    String take(Path pdf) throws IOException {
        var size = Files.size(pdf);
        if (size > announced)
            throw new IllegalStateException(
                    "%s has %,d bytes and UPLOAD_BYTES allows %,d: set it to more (999999999 at most), or leave the file out"
                            .formatted(name(pdf), size, announced));
        return size > direct ? announce(pdf, size) : send(pdf);
    }

    private String send(Path pdf) throws IOException {
        var query = "filename=" + URLEncoder.encode(name(pdf), StandardCharsets.UTF_8);
        var reply = service.send("POST", "/documents", query, "application/pdf", Bytes.of(Files.readAllBytes(pdf)));
        return id(taken(pdf, reply));
    }

    private String announce(Path pdf, long size) throws IOException {
        var announcement = Map.of("filename", name(pdf), "size_bytes", size, "sha256", sha256(pdf));
        var target = taken(pdf, service.posted("/documents/uploads", announcement));
        put(pdf, target);
        taken(pdf, service.posted("/documents/uploads/%s/complete".formatted(id(target)), Map.of()));
        return id(target);
    }

    private static void put(Path pdf, JsonNode target) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(target.get("url").textValue()))
                .PUT(BodyPublishers.ofFile(pdf));
        target.get("headers").properties().forEach(header -> {
            if (!ITS_OWN.contains(header.getKey()))
                request.header(header.getKey(), header.getValue().textValue());
        });
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status >= 300)
                throw new IllegalStateException("%s was not taken by the storage (%d): try again, or leave it out"
                        .formatted(name(pdf), status));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was told to stop", stopped);
        }
    }

    private static JsonNode taken(Path pdf, Service.Reply reply) {
        if (reply.isGood()) return reply.json();
        throw new IllegalStateException("%s is not taken: %s, or leave it out".formatted(name(pdf), reply.detail()));
    }

    private static String id(JsonNode document) {
        return document.get("document_id").textValue();
    }

    private static String name(Path pdf) {
        return pdf.getFileName().toString();
    }

    private static String sha256(Path pdf) throws IOException {
        try (var digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            Files.copy(pdf, digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
