package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kb.config.Config;
import kb.rehearsal.StartedFunction;
import org.junit.jupiter.api.Test;

/** What is deployed is what there is. */
class TemplateTest {
    private final JsonNode template = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("..", "template.yaml").toFile());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private List<JsonNode> functions() {
        return template.get("Resources")
                .valueStream()
                .filter(one -> one.get("Type").textValue().equals("AWS::Serverless::Function"))
                .map(one -> one.get("Properties"))
                .toList();
    }

    @Test
    void each_handler_is_a_class_that_lambda_can_make() throws Exception {
        var handlers = new TreeSet<String>();
        for (var function : functions()) {
            var handler = function.get("Handler").textValue();
            handlers.add(handler);
            var type = Class.forName(handler.split("::")[0]);
            assertTrue(
                    RequestHandler.class.isAssignableFrom(type) || RequestStreamHandler.class.isAssignableFrom(type),
                    handler);
            type.getConstructor();
            assertEquals("handleRequest", handler.split("::")[1]);
        }
        assertEquals(
                Set.of(
                        "kb.lambda.HttpEntry::handleRequest",
                        "kb.lambda.IngestEntry::handleRequest",
                        "kb.lambda.DeadLetterEntry::handleRequest",
                        "kb.lambda.JanitorEntry::handleRequest"),
                handlers);
    }

    @Test
    void each_variable_is_a_setting() {
        var read = new TreeSet<String>();
        Config.from(new HashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            public String get(Object name) {
                read.add(name.toString());
                return super.get(name);
            }
        });
        var given = new TreeSet<String>();
        template.at("/Globals/Function/Environment/Variables").fieldNames().forEachRemaining(given::add);
        assertTrue(read.containsAll(given), () -> given + " are not all settings");
        assertTrue(given.containsAll(Set.of("DOCUMENTS_TABLE", "PDF_BUCKET_NAME", "INGEST_QUEUE_URL")));
    }

    @Test
    void the_function_is_measured_with_the_compiler_that_it_has() {
        assertEquals(
                StartedFunction.OPTIONS,
                template.at("/Resources/HttpFunction/Properties/Environment/Variables/JAVA_TOOL_OPTIONS")
                        .textValue());
    }

    @Test
    void a_message_stays_hidden_for_longer_than_its_function_may_work() {
        var ingest = template.at("/Resources/IngestFunction/Properties/Timeout").intValue();
        assertTrue(template.at("/Resources/IngestQueue/Properties/VisibilityTimeout")
                        .intValue()
                > ingest);
    }

    @Test
    void the_bucket_lets_browsers_send_what_is_signed_and_no_more() throws Exception {
        var twin = TestTwin.shared();
        var writer = new Client(
                new LambdaEvents(new kb.lambda.HttpEntry(twin.app().router())), twin, "cors", "wren", "manager");
        var signed = new TreeSet<String>();
        Announced.by(writer, twin.objects(), "ferry.pdf", Pdfs.of("The ferry leaves at nine."))
                .upload()
                .get("headers")
                .fieldNames()
                .forEachRemaining(name -> signed.add(name.toLowerCase()));
        signed.remove("content-length"); // browsers send it by themselves
        var allowed = new TreeSet<String>();
        template.at("/Resources/PdfBucket/Properties/CorsConfiguration/CorsRules/0/AllowedHeaders")
                .forEach(name -> allowed.add(name.textValue()));
        assertEquals(signed, allowed);
    }
}
