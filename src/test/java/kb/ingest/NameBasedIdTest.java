package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {
    @Test
    void the_example_of_the_rfc_comes_out() {
        // RFC 9562, appendix A.4
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertEquals(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"), NameBasedId.of(dns, "www.example.com"));
    }
}
