package kb.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** One HTTP client of the JDK for all models: it is there before the first of them is asked, as are its threads. */
final class Http {
    /** What LangChain4j is told; nothing ever connects to it. */
    static final String NOWHERE = "http://model.invalid";

    private static final ScopedValue<Service> SERVICE = ScopedValue.newInstance();
    private static final Duration CONNECT = Duration.ofSeconds(5);

    // The JDK's default offers h2c on plain HTTP, which is reported to break LM Studio and vLLM.
    static final java.net.http.HttpClient CLIENT = java.net.http.HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private Http() {}

    /** Where a service is and the key for it, of the moment. No record: its text would show the key. */
    static final class Service {
        private final String address;
        private final String key;

        Service(URI address, String key) {
            this.address = address.toString().replaceFirst("/+$", "");
            this.key = key;
        }

        /** Asks this service for whatever the work asks for. */
        void during(Runnable work) {
            ScopedValue.where(SERVICE, this).run(work);
        }

        /** The same. */
        <T, E extends Exception> T answering(ScopedValue.CallableOp<T, E> work) throws E {
            return ScopedValue.where(SERVICE, this).call(work);
        }
    }

    static java.net.http.HttpRequest request(HttpRequest request, String json, Duration timeout) {
        var service = SERVICE.get();
        var path = request.url().substring(NOWHERE.length());
        var asked = java.net.http.HttpRequest.newBuilder(URI.create(service.address + path))
                .timeout(timeout)
                .method(request.method().name(), BodyPublishers.ofString(json))
                .header("Authorization", "Bearer " + service.key);
        request.headers().forEach((name, values) -> values.forEach(value -> asked.header(name, value)));
        return asked.build();
    }

    /** Where LangChain4j wants to build one: the one that is made; times are told with each call. */
    record Made(HttpClient client) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return CONNECT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
