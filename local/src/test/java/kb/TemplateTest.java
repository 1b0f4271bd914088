package kb;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kb.config.Config;
import kb.rehearsal.StartedFunction;
import org.junit.jupiter.api.Test;

/** What is deployed is what there is. */
class TemplateTest {
    /** Settings that the functions are not given, and why. */
    private static final Map<String, String> NOT_ON_LAMBDA = Map.ofEntries(
            Map.entry("JWT_SECRET_KEY", "is in Secrets Manager, where the parameter JWTSecretKey puts it"),
            Map.entry("OPENAI_API_KEY", "is in Secrets Manager, where the parameter OpenAIApiKey puts it"),
            Map.entry("WEAVIATE_URL", "is in Secrets Manager, where the parameter WeaviateUrl puts it"),
            Map.entry("WEAVIATE_API_KEY", "is in Secrets Manager, where the parameter WeaviateApiKey puts it"),
            Map.entry("HOST", "Lambda brings the requests: nothing listens"),
            Map.entry("PORT", "Lambda brings the requests: nothing listens"),
            Map.entry("S3_PORT", "the bucket is Amazon's"),
            Map.entry("S3_PUBLIC_URL", "the bucket is Amazon's"),
            Map.entry("DATA_DIR", "nothing is kept on a function's disk"),
            Map.entry("STORE", "records are in DynamoDB"),
            Map.entry("FILES", "files are in S3"),
            Map.entry("OCR_COMMAND", "there is no such program in a function"),
            Map.entry("DIRECT_UPLOAD_BYTES", "a request's size is Lambda's to limit"),
            Map.entry("UPLOAD_BYTES", "what a function can read in its time and memory is known"));

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
    void each_setting_is_a_variable_of_the_functions_or_makes_no_sense_there() throws Exception {
        var given = new TreeSet<String>();
        template.at("/Globals/Function/Environment/Variables").fieldNames().forEachRemaining(given::add);
        var settings = settings();
        assertTrue(settings.containsAll(NOT_ON_LAMBDA.keySet()), NOT_ON_LAMBDA::toString);
        var sensible = new TreeSet<>(settings);
        sensible.removeAll(NOT_ON_LAMBDA.keySet());
        assertEquals(sensible, given);
    }

    @Test
    void each_setting_is_in_the_readmes_table_and_each_in_the_table_is_one() throws Exception {
        var readme = Files.readString(Path.of("..", "README.md"));
        var table = readme.split("\\| variable \\| for \\| default \\|")[1].split("\n\n")[0];
        var told = Pattern.compile("^\\| (`.*?) \\|", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([A-Z0-9_]+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .filter(name -> !name.startsWith("AWS_")) // the SDK's own
                .collect(toCollection(TreeSet::new));
        assertEquals(settings(), told);
    }

    /** Whatever is read of the environment. */
    private static Set<String> settings() {
        var read = new TreeSet<String>();
        Config.from(new HashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            public String get(Object name) {
                read.add(name.toString());
                return super.get(name);
            }
        });
        return read;
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
