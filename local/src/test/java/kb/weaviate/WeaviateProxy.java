package kb.weaviate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.util.Optional;
import kb.search.Space;

/** Stands before a real server and spoils the answers that a test names. */
final class WeaviateProxy extends WireMockExtension {
    WeaviateProxy() {
        super(newInstance().options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1")));
    }

    void standBefore(WeaviateServer server) {
        var through = aResponse().proxiedFrom(server.address().toString());
        stubFor(any(anyUrl()).atPriority(9).willReturn(through));
    }

    /** An index that reaches the server through this proxy. */
    WeaviateIndex index(String key) {
        return new WeaviateIndex(new Wire(this::address, () -> Optional.of(key)), "tests", new Space("test", 3, 0));
    }

    URI address() {
        return URI.create(baseUrl());
    }

    void answerQueriesWith(ResponseDefinitionBuilder answer) {
        stubFor(post(urlPathEqualTo("/v1/graphql")).willReturn(answer));
    }

    static MappingBuilder once(MappingBuilder request, ResponseDefinitionBuilder answer) {
        return request.inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .willReturn(answer);
    }
}
