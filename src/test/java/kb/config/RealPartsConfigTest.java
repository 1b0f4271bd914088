package kb.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealPartsConfigTest {
    @Test
    void without_any_setting_everything_is_in_the_process() {
        var config = Config.from(Map.of());

        assertEquals(TwinConfig.Store.SQLITE, config.twin().store());
        assertEquals(TwinConfig.Files.EMBEDDED, config.twin().files());
        assertEquals(Optional.empty(), config.weaviate().address());
        assertEquals(Optional.empty(), config.models().embeddingModel());
        assertEquals(Duration.ofSeconds(60), config.deadline());
    }

    @Test
    void a_chat_key_alone_changes_no_embedder() {
        var config = Config.from(Map.of("OPENAI_API_KEY", "sk-1", "OPENAI_API_BASE", "http://localhost:11434/v1"));

        assertEquals(Optional.empty(), config.models().embeddingModel());
    }

    @Test
    void a_chat_model_answers_when_it_is_named_and_its_service_is() {
        var named = Config.from(Map.of("OPENAI_MODEL", "llama3.1", "OPENAI_API_BASE", "http://localhost:11434/v1"));
        assertEquals(Optional.of("llama3.1"), named.models().chatModel());
        assertEquals(Optional.empty(), named.models().embeddingModel());

        var complaint = assertThrows(InvalidConfiguration.class, () -> Config.from(Map.of("OPENAI_MODEL", "llama3.1")));
        assertEquals(
                "OPENAI_MODEL needs OPENAI_API_KEY, or OPENAI_API_BASE with a service that takes no key; without"
                        + " OPENAI_MODEL answers are made of quotes alone",
                complaint.getMessage());
    }

    @Test
    void each_part_can_be_a_real_one() {
        var config = Config.from(Map.of(
                "STORE", "dynamodb",
                "FILES", "s3",
                "WEAVIATE_URL", "https://weaviate.example.org",
                "EMBEDDING_MODEL", "nomic-embed-text",
                "OPENAI_API_BASE", "http://localhost:11434/v1",
                "AWS_REGION", "eu-central-1",
                "PATH", "/bin"));

        assertEquals(TwinConfig.Store.DYNAMODB, config.twin().store());
        assertEquals(TwinConfig.Files.S3, config.twin().files());
        assertEquals(Map.of("AWS_REGION", "eu-central-1"), config.twin().aws());
        assertEquals(
                Optional.of(URI.create("https://weaviate.example.org")),
                config.weaviate().address());
        assertEquals(Optional.of("nomic-embed-text"), config.models().embeddingModel());
        assertEquals(URI.create("http://localhost:11434/v1"), config.models().openAiBase());
    }

    @Test
    void every_complaint_is_told_at_once_and_says_what_to_do() {
        var wrong = Map.of(
                "STORE", "mongodb",
                "FILES", "S3",
                "WEAVIATE_API_KEY", "key-1",
                "EMBEDDING_MODEL", "text-embedding-3-small",
                "DEADLINE_SECONDS", "0");

        var complaints = assertThrows(InvalidConfiguration.class, () -> Config.from(wrong));

        assertEquals("""
                EMBEDDING_MODEL needs OPENAI_API_KEY, or OPENAI_API_BASE with a service that takes no key; without EMBEDDING_MODEL the twin embeds by itself
                DEADLINE_SECONDS must be a whole number from 1 to 60
                WEAVIATE_API_KEY needs WEAVIATE_URL: set both, or neither for Lucene
                STORE must be sqlite or dynamodb
                FILES must be embedded or s3""", complaints.getMessage());
    }

    @Test
    void an_address_that_is_none_is_not_repeated() {
        for (var wrong : new String[] {"weaviate:8080", "ftp://host", "http://", "https://a b", "http://host/?key=1"}) {
            var complaint =
                    assertThrows(InvalidConfiguration.class, () -> Config.from(Map.of("WEAVIATE_URL", wrong)), wrong);

            assertEquals("WEAVIATE_URL must be an address such as http://localhost:8080", complaint.getMessage());
        }
    }

    @Test
    void no_secret_is_in_the_text_of_a_configuration() {
        var config = Config.from(Map.of(
                "JWT_SECRET_KEY", "secret-a-that-is-long-enough-for-hs256",
                "OPENAI_API_KEY", "secret-b",
                "WEAVIATE_URL", "http://localhost:8080",
                "WEAVIATE_API_KEY", "secret-c",
                "AWS_SECRET_ACCESS_KEY", "secret-d"));

        assertFalse(config.toString().contains("secret-"), config::toString);
    }
}
