package kb.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a service is asked that refuses for the moment, or for good. */
class ServiceTest {
    private final WireMockServer there = new WireMockServer(options().dynamicPort());
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void start() {
        there.start();
    }

    @AfterEach
    void stop() {
        there.stop();
    }

    private Service service() {
        return new Service(URI.create(there.baseUrl() + "/"), "secret", (length, _) -> pauses.add(length));
    }

    @Test
    void it_comes_back_when_the_answer_says_so() {
        answer("/me", STARTED, "limited", 429, "{}", "17");
        answer("/me", "limited", "up", 503, "{}", "3");
        answer("/me", "up", "up", 200, "{\"id\": \"u1\"}", "");
        try (var service = service()) {
            assertEquals("u1", service.get("/me").get("id").textValue());
        }
        assertEquals(List.of(Duration.ofSeconds(17), Duration.ofSeconds(3)), pauses);
        there.verify(3, getRequestedFor(urlEqualTo("/me")).withHeader("authorization", equalTo("Bearer secret")));
    }

    private void answer(String path, String state, String next, int status, String body, String retryAfter) {
        var response = aResponse().withStatus(status).withBody(body);
        if (!retryAfter.isEmpty()) response.withHeader("retry-after", retryAfter);
        there.stubFor(get(path)
                .inScenario(path)
                .whenScenarioStateIs(state)
                .willSetStateTo(next)
                .willReturn(response));
    }

    @Test
    void a_question_that_is_sent_again_says_that_it_is_the_same() {
        there.stubFor(post("/chats").willReturn(aResponse().withStatus(503).withHeader("retry-after", "1")));
        try (var service = service()) {
            assertThrows(Refused.class, () -> service.post("/chats", Map.of()));
        }
        var keys = there.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("idempotency-key"))
                .toList();
        assertEquals(8, keys.size());
        assertEquals(1, keys.stream().distinct().count());
    }

    @Test
    void a_problem_is_told_in_its_own_words_and_moves_no_cursor() {
        there.stubFor(get("/me").willReturn(aResponse().withStatus(422).withBody("""
                {"type": "urn:kb:problem:invalid", "detail": "see violations", "violations": [{"field": "limit", "message": "is\\u001b[2J required"}, {"field": "sort", "message": "is unknown"}]}""")));
        try (var service = service()) {
            var refused = assertThrows(Refused.class, () -> service.get("/me"));
            assertEquals("invalid", refused.kind());
            assertEquals("limit is[2J required; sort is unknown", refused.getMessage());
        }
        assertEquals(List.of(), pauses);
    }

    @Test
    void an_address_without_a_service_is_named() {
        try (var service = service()) {
            there.stop();
            var refused = assertThrows(Refused.class, () -> service.get("/me"));
            assertEquals(service.address() + " does not answer: see that the service runs there", refused.getMessage());
        }
        assertEquals(7, pauses.size());
    }
}
