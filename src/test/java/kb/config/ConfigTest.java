package kb.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static final String SECRET = "swordfish swordfish swordfish swordfish";

    private static Config with(String name, String value) {
        return Config.from(Map.of(name, value));
    }

    private static List<String> complaints(Map<String, String> variables) {
        return assertThrows(InvalidConfiguration.class, () -> Config.from(variables))
                .getMessage()
                .lines()
                .toList();
    }

    @Test
    void without_any_variable_everything_has_a_default() {
        var config = Config.from(Map.of());
        assertEquals(Config.Environment.DEVELOPMENT, config.environment());
        assertEquals(Optional.empty(), config.tokens().secret());
        assertEquals(Optional.empty(), config.tokens().issuer());
        assertEquals(Optional.empty(), config.tokens().audience());
        assertEquals(Set.of(), config.allowedOrigins());
        assertEquals(Optional.empty(), config.rateLimited());
        assertEquals("knowledge-base-pdfs", config.storage().bucket());
        assertEquals("knowledge-base-documents", config.storage().documentsTable());
        assertEquals("knowledge-base-chat-history", config.storage().chatTable());
        assertEquals(URI.create("https://api.openai.com/v1"), config.models().openAiBase());
        assertEquals(Optional.empty(), config.models().embeddingModel());
        assertEquals(1536, config.models().embeddingDimensions());
        assertEquals(new Config.Uploads(10_485_760, 200_000_000), config.uploads());
        assertEquals("127.0.0.1", config.twin().host());
        assertEquals(8009, config.twin().port());
        assertEquals("./data", config.twin().dataDirectory());
    }

    @Test
    void every_variable_is_read() {
        assertEquals(Config.Environment.STAGING, with("ENVIRONMENT", "staging").environment());
        assertEquals(
                Optional.of(SECRET), with("JWT_SECRET_KEY", SECRET).tokens().secret());
        assertEquals(Optional.of("us"), with("JWT_ISSUER", "us").tokens().issuer());
        assertEquals(Optional.of("you"), with("JWT_AUDIENCE", "you").tokens().audience());
        assertEquals("b", with("PDF_BUCKET_NAME", "b").storage().bucket());
        assertEquals("d", with("DOCUMENTS_TABLE", "d").storage().documentsTable());
        assertEquals("c", with("CHAT_TABLE", "c").storage().chatTable());
        assertEquals(
                URI.create("http://m"),
                with("OPENAI_API_BASE", "http://m").models().openAiBase());
        assertEquals(
                Optional.of("e"),
                Config.from(Map.of("EMBEDDING_MODEL", "e", "OPENAI_API_KEY", "k"))
                        .models()
                        .embeddingModel());
        assertEquals(384, with("EMBEDDING_DIMENSIONS", "384").models().embeddingDimensions());
        assertEquals(Optional.of(true), with("RATE_LIMIT_ENABLED", "true").rateLimited());
        assertEquals(Optional.of(false), with("RATE_LIMIT_ENABLED", "false").rateLimited());
        assertEquals("192.0.2.1", with("HOST", "192.0.2.1").twin().host());
        assertEquals(0, with("PORT", "0").twin().port());
        assertEquals(2_000, with("DIRECT_UPLOAD_BYTES", "2000").uploads().directBytes());
        assertEquals(500_000_000, with("UPLOAD_BYTES", "500000000").uploads().announcedBytes());
        assertEquals("/data", with("DATA_DIR", "/data").twin().dataDirectory());
        assertEquals(List.of(), Config.from(Map.of()).twin().ocr());
        assertEquals(
                List.of("tesseract", "-l", "deu+eng"),
                with("OCR_COMMAND", " tesseract  -l deu+eng").twin().ocr());
        assertEquals(Config.from(Map.of()), with("JWT_ALGORITHM", "HS256"));
    }

    @Test
    void a_variable_set_to_nothing_counts_as_not_set_and_white_space_around_it_is_dropped() {
        assertEquals(Config.from(Map.of()), with("PORT", "  "));
        assertEquals(9000, with("PORT", " 9000\n").twin().port());
    }

    @Test
    void origins_stand_between_commas() {
        assertEquals(
                Set.of("https://app.example.org", "http://localhost:5173"),
                with("ALLOWED_ORIGINS", "https://app.example.org , http://localhost:5173,")
                        .allowedOrigins());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "app.example.org",
                "https://app.example.org/",
                "https://app.example.org/path",
                "https://*.example.org",
                "ftp://app.example.org",
                "https://a,,https://b",
                "https://a..b",
                "https://user@a",
                "https://"
            })
    void what_is_no_origin_is_refused(String origins) {
        assertEquals(
                List.of("ALLOWED_ORIGINS must be origins such as https://app.example.org, with commas between them"),
                complaints(Map.of("ALLOWED_ORIGINS", origins)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENVIRONMENT          | Production  | must be development, staging or production",
                "JWT_ALGORITHM        | none        | must be HS256, RS256 or ES256",
                "JWT_ALGORITHM        | hs256       | must be HS256, RS256 or ES256",
                "RATE_LIMIT_ENABLED   | yes         | must be true or false",
                "PORT                 | 65536       | must be a whole number from 0 to 65535",
                "DIRECT_UPLOAD_BYTES  | 999         | must be a whole number from 1000 to 100000000",
                "DIRECT_UPLOAD_BYTES  | 10MB        | must be a whole number from 1000 to 100000000",
                "UPLOAD_BYTES         | 1000000000  | must be a whole number from 1000 to 999999999",
                "UPLOAD_BYTES         | 9999999     | must not be less than DIRECT_UPLOAD_BYTES",
                "PORT                 | -1          | must be a whole number from 0 to 65535",
                "PORT                 | 8e3         | must be a whole number from 0 to 65535",
                "PORT                 | 99999999999 | must be a whole number from 0 to 65535",
                "EMBEDDING_DIMENSIONS | 0           | must be a whole number from 1 to 4096",
                "EMBEDDING_DIMENSIONS | 4097        | must be a whole number from 1 to 4096"
            })
    void a_wrong_value_is_told_what_it_must_be(String name, String value, String must) {
        assertEquals(List.of(name + " " + must), complaints(Map.of(name, value)));
    }

    @Test
    void the_outermost_values_are_taken() {
        assertEquals(65_535, with("PORT", "65535").twin().port());
        assertEquals(4096, with("EMBEDDING_DIMENSIONS", "4096").models().embeddingDimensions());
        assertEquals(1, with("EMBEDDING_DIMENSIONS", "1").models().embeddingDimensions());
    }

    @Test
    void a_secret_has_at_least_32_bytes_however_many_characters_that_is() {
        assertEquals(1, complaints(Map.of("JWT_SECRET_KEY", "x".repeat(31))).size());
        assertTrue(with("JWT_SECRET_KEY", "x".repeat(32)).tokens().secret().isPresent());
        assertTrue(with("JWT_SECRET_KEY", "é".repeat(16)).tokens().secret().isPresent());
    }

    @Test
    void every_complaint_is_told_at_once() {
        var complaints = complaints(Map.of(
                "PORT", "x", "ENVIRONMENT", "x", "JWT_SECRET_KEY", "x", "ALLOWED_ORIGINS", "x", "JWT_ALGORITHM", "x"));
        assertEquals(
                List.of("ALLOWED_ORIGINS", "ENVIRONMENT", "JWT_ALGORITHM", "JWT_SECRET_KEY", "PORT"),
                complaints.stream().map(line -> line.split(" ")[0]).sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENVIRONMENT",
                "JWT_ALGORITHM",
                "JWT_SECRET_KEY",
                "ALLOWED_ORIGINS",
                "PORT",
                "EMBEDDING_DIMENSIONS"
            })
    void no_complaint_repeats_a_value(String name) {
        var message = String.join("\n", complaints(Map.of(name, "swordfish")));
        assertTrue(message.startsWith(name), message);
        assertFalse(message.contains("swordfish"), message);
    }

    @Test
    void a_config_as_text_has_no_secret() {
        var config = with("JWT_SECRET_KEY", SECRET);
        assertFalse(config.toString().contains("swordfish"), config.toString());
        assertTrue(config.toString().contains("secret=set"), config.toString());
        assertTrue(Config.from(Map.of()).toString().contains("secret=not set"));
    }

    @Test
    void an_invalid_configuration_is_a_message_and_no_trace() {
        var refused = new InvalidConfiguration(List.of("one", "two"));
        assertEquals("one\ntwo", refused.getMessage());
        assertEquals(0, refused.getStackTrace().length);
    }
}
