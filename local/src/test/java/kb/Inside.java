package kb;

import java.time.Duration;
import java.util.Optional;
import kb.documents.DocumentService;
import kb.documents.Drafts;
import kb.documents.UploadService;
import kb.erasure.Erasure;
import kb.ingest.Drafting;
import kb.masking.Masking;
import kb.search.SearchService;

/** The application's services without its router, for tests that count in ten thousands. */
public record Inside(
        DocumentService documents,
        UploadService uploads,
        Drafting drafting,
        Drafts drafts,
        Erasure erasure,
        SearchService search,
        Background background) {
    public static Inside of(App.Outside outside) {
        var services = Services.of(outside, Optional.<Duration>empty(), kb.usage.Tariff.FREE, Masking.NONE);
        return new Inside(
                services.documents(),
                services.uploads(),
                services.drafting(),
                services.drafts(),
                services.erasure(),
                services.search(),
                services.background());
    }
}
