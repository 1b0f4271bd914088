package kb.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kb.erasure.Erasure;
import kb.erasure.Receipt;
import kb.http.Call;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;

/** {@link Erasure} in HTTP's words: 200 when nothing is left, 202 while the rest is still to be erased. */
public final class ErasureApi {
    private final Erasure erasure;

    public ErasureApi(Erasure erasure) {
        this.erasure = erasure;
    }

    /** A count is null while its store does not answer. */
    record Counts(Optional<Long> vectors, Optional<Long> objects, Optional<Long> records, Optional<Long> quotes) {}

    record ReceiptJson(UUID documentId, String status, Counts erased, Counts left, Optional<Instant> backupsUntil) {
        static ReceiptJson of(Receipt receipt) {
            var vectors = receipt.vectors();
            var objects = receipt.objects();
            var records = receipt.records();
            var quotes = receipt.quotes();
            return new ReceiptJson(
                    receipt.documentId(),
                    receipt.complete() ? "erased" : "deleting",
                    new Counts(vectors.erased(), objects.erased(), records.erased(), quotes.erased()),
                    new Counts(vectors.left(), objects.left(), records.left(), quotes.left()),
                    receipt.backupsUntil());
        }
    }

    Response erase(Call call) {
        var id = call.id("document_id", "document");
        var receipt = erasure.erase(Asker.tenant(call.caller()), id)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("document", id.toString())));
        return Response.json(receipt.complete() ? 200 : 202, ReceiptJson.of(receipt));
    }
}
