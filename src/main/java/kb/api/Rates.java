package kb.api;

import java.time.Duration;
import kb.http.Rate;

/** How often one person may ask for what. */
public final class Rates {
    static final Rate CHAT = new Rate("chat", 60, Duration.ofMinutes(1));
    static final Rate UPLOAD = new Rate("upload", 20, Duration.ofHours(1));
    static final Rate SEARCH = new Rate("search", 30, Duration.ofMinutes(1));
    static final Rate OTHER = new Rate("other", 100, Duration.ofMinutes(1));

    private Rates() {}
}
