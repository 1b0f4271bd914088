package kb.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Brings one file after the other to a service: nothing that it has, and what is big past it into storage. */
final class Delivery {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int LIES_THERE = 412;

    private final Service service;
    private final Shelf shelf;
    private final boolean replace;
    private final long direct;
    private final long announced;

    /** @param replace whether a file may become the next version of its name */
    Delivery(Service service, boolean replace) {
        this.service = service;
        this.shelf = Shelf.of(service);
        this.replace = replace;
        var limits = service.get("/health").path("limits");
        this.direct = limits.path("direct_upload_bytes").asLong();
        this.announced = limits.path("presigned_upload_bytes").asLong();
    }

    /** @throws Refused when no other file would fare better */
    Outcome take(LocalPdf pdf) {
        try {
            var print = pdf.print();
            var settled = shelf.settled(print.sha256(), pdf.filename());
            if (settled.isPresent())
                return Outcome.of(pdf, Outcome.Kind.KNOWN, settled.get().id());
            if (print.bytes() > announced)
                return Outcome.refused(
                        pdf, "it has %,d bytes, and the service takes %,d".formatted(print.bytes(), announced));
            return shelf.knows(print.sha256()) || print.bytes() > direct ? announce(pdf, print) : send(pdf);
        } catch (Refused refused) {
            if (refused.endsEverything()) throw refused;
            return Outcome.refused(pdf, reason(refused));
        }
    }

    private String reason(Refused refused) {
        return refused.kind().equals("duplicate-filename")
                ? "the name is taken by other bytes: --replace makes it the next version"
                : refused.getMessage();
    }

    private Outcome send(LocalPdf pdf) {
        var name = URLEncoder.encode(pdf.filename(), StandardCharsets.UTF_8);
        var reply = service.send("/documents?filename=%s&replace=%s".formatted(name, replace), pdf.file());
        return kept(pdf, Service.expect(reply, OK, ACCEPTED), reply.status());
    }

    /** What is known is said to be there, and nothing is sent. */
    private Outcome announce(LocalPdf pdf, LocalPdf.Print print) {
        var announcement = Map.of(
                "filename", pdf.filename(), "size_bytes", print.bytes(), "sha256", print.sha256(), "replace", replace);
        var reply = service.posted("/documents/uploads", announcement);
        var target = Service.expect(reply, OK, ACCEPTED);
        if (reply.status() == OK) return kept(pdf, target, OK);
        var id = target.path("document_id").asText();
        var status = service.put(target.path("url").asText(), target.path("headers"), pdf.file());
        // what an earlier attempt put there is looked at, like what we put
        if (status / 100 != 2 && status != LIES_THERE)
            throw new Refused(409, "storage", "storage did not take it (%d): try again".formatted(status));
        return kept(pdf, service.post("/documents/uploads/%s/complete".formatted(id), Map.of()), ACCEPTED);
    }

    private Outcome kept(LocalPdf pdf, JsonNode document, int status) {
        shelf.put(document);
        return Outcome.of(
                pdf, kind(document, status), document.path("document_id").asText());
    }

    private Outcome.Kind kind(JsonNode document, int status) {
        if (status == OK)
            return Optional.of(document.path("aliases"))
                            .filter(JsonNode::isEmpty)
                            .isPresent()
                    ? Outcome.Kind.KNOWN
                    : Outcome.Kind.NAMED;
        return document.path("version").asInt() > 1 ? Outcome.Kind.REPLACED : Outcome.Kind.ADDED;
    }
}
