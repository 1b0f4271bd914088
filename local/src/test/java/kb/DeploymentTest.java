package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version answers on AWS: that of the last deployment, or the one that somebody went back to. */
class DeploymentTest {
    /** Answers as the AWS command line does where {@code live} is at version 12 of 3, 9, 10, 12 and 13; keeps what it is told to do. */
    private static final String AWS = """
            #!/bin/sh
            case "$2" in
                get-alias) echo 12 ;;
                list-versions-by-function) printf '$LATEST\\t13\\t3\\t9\\t12\\t10\\n' ;;
                *) echo "$@" >>"${0%/*}/told" ;;
            esac
            """;

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    @TempDir
    Path folder;

    /** SAM publishes a version of new code alone: it reads no parameter's value, so what is built must never be the same. */
    @Test
    void each_build_for_aws_is_new_code() throws Exception {
        assertEquals("live", template().at("/Globals/Function/AutoPublishAlias").textValue());
        assertEquals(
                "${kb.built}",
                Files.readString(Path.of("..", "src/main/stamp/kb/built.txt")).strip());
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..", "pom.xml").toFile());
        assertEquals("${maven.build.timestamp}", XPATH.evaluate("/project/properties/kb.built", pom));
        var stamp = "//plugin[artifactId='maven-resources-plugin']/executions/execution";
        // SAM runs `mvn clean install` and takes the folder of classes
        assertEquals("install", XPATH.evaluate(stamp + "/phase", pom));
        assertEquals(
                "copy-resources", XPATH.evaluate(stamp + "/goals/goal", pom).strip());
        assertEquals("${project.build.outputDirectory}", XPATH.evaluate(stamp + "/configuration/outputDirectory", pom));
        assertEquals("src/main/stamp", XPATH.evaluate(stamp + "//resource[filtering='true']/directory", pom));
    }

    @Test
    void a_deployment_builds_first() throws Exception {
        assertEquals("build", tasks().at("/deploy/deps/0").textValue());
        assertTrue(tasks().at("/build/cmds/0").textValue().contains("sam build"));
        var configured = Files.readString(Path.of("..", "samconfig.toml"));
        assertTrue(configured.lines().noneMatch(line -> line.startsWith("cached")), configured);
    }

    @Test
    void going_back_is_to_the_version_before_the_one_that_answers() throws Exception {
        assertEquals("live: 12 -> 10", rollback("knowledge-base-HttpFunction"));
        assertEquals(
                List.of(
                        "lambda update-alias --function-name knowledge-base-HttpFunction --name live --function-version 10"),
                Files.readAllLines(folder.resolve("told")));
    }

    /** After a deployment that followed one that was taken back, the version before is the bad one. */
    @Test
    void any_other_version_can_be_named() throws Exception {
        assertEquals("live: 12 -> 9", rollback("knowledge-base-HttpFunction 9"));
        assertEquals(
                List.of(
                        "lambda update-alias --function-name knowledge-base-HttpFunction --name live --function-version 9"),
                Files.readAllLines(folder.resolve("told")));
    }

    private String rollback(String arguments) throws Exception {
        var aws = Files.writeString(folder.resolve("aws"), AWS);
        assertTrue(aws.toFile().setExecutable(true));
        var script = tasks().at("/rollback/cmds/0").textValue();
        var builder = new ProcessBuilder("bash", "-euc", script).redirectErrorStream(true);
        builder.environment().put("ARGUMENTS", arguments);
        builder.environment().merge("PATH", folder.toString(), (path, ours) -> ours + ":" + path);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static JsonNode template() throws Exception {
        return new YAMLMapper().readTree(Path.of("..", "template.yaml").toFile());
    }

    private static JsonNode tasks() throws Exception {
        return new YAMLMapper().readTree(Path.of("..", "Taskfile.yml").toFile()).get("tasks");
    }
}
