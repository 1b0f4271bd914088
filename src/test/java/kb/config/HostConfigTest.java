package kb.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a twin is reached, by this machine alone or by others. */
class HostConfigTest {
    private static TwinConfig twin(Map<String, String> variables) {
        return Config.from(variables).twin();
    }

    private static String complaint(Map<String, String> variables) {
        return assertThrows(InvalidConfiguration.class, () -> Config.from(variables))
                .getMessage();
    }

    @Test
    void by_itself_the_s3_server_takes_any_port_of_the_same_host() {
        assertEquals(
                new TwinConfig.S3Server(0, Optional.empty()), twin(Map.of()).s3Server());
        assertEquals(
                new TwinConfig.S3Server(0, Optional.empty()),
                twin(Map.of("HOST", "::1")).s3Server());
        assertEquals(8010, twin(Map.of("S3_PORT", "8010")).s3Server().port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "0:0:0:0:0:0:0:0"})
    void who_listens_on_every_address_says_where_others_reach_the_pdfs(String host) {
        assertEquals(
                "HOST lets others in, who fetch PDFs from a port of its own: set S3_PORT=8010 and S3_PUBLIC_URL to where they"
                        + " reach it, such as http://kb.example.org:8010",
                complaint(Map.of("HOST", host)));
        var reached = Map.of("HOST", host, "S3_PORT", "8010", "S3_PUBLIC_URL", "https://kb.example.org");
        assertEquals(
                new TwinConfig.S3Server(8010, Optional.of(URI.create("https://kb.example.org"))),
                twin(reached).s3Server());
    }

    @Test
    void a_real_bucket_has_an_address_of_its_own() {
        assertEquals("0.0.0.0", twin(Map.of("HOST", "0.0.0.0", "FILES", "s3")).host());
    }

    @Test
    void an_address_for_others_leads_to_a_port_that_stays() {
        assertEquals(
                "S3_PUBLIC_URL needs S3_PORT: set it to the port that the address leads to",
                complaint(Map.of("S3_PUBLIC_URL", "http://kb.example.org:8010")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kb.example.org", "ftp://kb.example.org", "http://kb.example.org/s3", "http://", "http://a..b"})
    void an_address_is_an_origin(String wrong) {
        assertEquals(
                "S3_PUBLIC_URL must be an address without a path, such as http://kb.example.org:8010",
                complaint(Map.of("S3_PUBLIC_URL", wrong, "S3_PORT", "1")));
    }

    @Test
    void an_address_may_be_a_number() {
        var numbered = Map.of("S3_PUBLIC_URL", "http://[2001:db8::1]:8010", "S3_PORT", "8010");
        assertEquals(
                Optional.of(URI.create("http://[2001:db8::1]:8010")),
                twin(numbered).s3Server().address());
    }
}
