package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The workflows of .github call tasks that exist, hold no secret, and may do no more than they need. */
class WorkflowsTest {
    private static final Path FOLDER = Path.of("..", ".github", "workflows");
    private static final Pattern TASK = Pattern.compile("(?m)(?<![/\\w])task ([a-z:-]+)");
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+(\\.\\d+)*");
    private static final Pattern SECRET = Pattern.compile(
            "secrets\\.|AKIA|ASIA|aws-access-key-id|aws-secret-access-key|aws-session-token|password|ghp_|sk-[A-Za-z0-9]|-----BEGIN|eyJ[A-Za-z0-9]");

    private static Map<String, JsonNode> workflows() throws IOException {
        var workflows = new TreeMap<String, JsonNode>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList())
                workflows.put(file.getFileName().toString(), new YAMLMapper().readTree(file.toFile()));
        }
        return workflows;
    }

    private static List<String> runs(JsonNode workflow) {
        var runs = new ArrayList<String>();
        for (var job : workflow.get("jobs"))
            for (var step : job.get("steps"))
                if (step.has("run")) runs.add(step.get("run").textValue());
        return runs;
    }

    @Test
    void there_are_two() throws Exception {
        assertEquals(List.of("ci.yml", "deploy.yml"), List.copyOf(workflows().keySet()));
    }

    @Test
    void every_task_they_call_exists() throws Exception {
        var tasks = new YAMLMapper()
                .readTree(Path.of("..", "Taskfile.yml").toFile())
                .get("tasks");
        var called = new TreeSet<String>();
        for (var workflow : workflows().values())
            for (var run : runs(workflow)) TASK.matcher(run).results().forEach(task -> called.add(task.group(1)));
        assertTrue(called.containsAll(List.of("test", "build", "deploy", "lint", "smoke:stage")), called::toString);
        for (var task : called) assertTrue(tasks.has(task), () -> "there is no task " + task);
    }

    @Test
    void every_stage_to_deploy_to_is_configured_and_is_an_environment() throws Exception {
        var deploy = workflows().get("deploy.yml");
        var stages = new ObjectMapper()
                .convertValue(deploy.at("/on/workflow_dispatch/inputs/stage/options"), String[].class);
        var configured = Pattern.compile("(?m)^\\[([a-z-]+)\\.deploy\\.parameters]$")
                .matcher(Files.readString(Path.of("..", "samconfig.toml")))
                .results()
                .map(stage -> stage.group(1))
                .filter(stage -> !stage.equals("default")) // for whoever calls sam and names no stage
                .toList();
        assertEquals(List.of("dev", "staging", "prod", "prod-us"), configured);
        assertEquals(configured, List.of(stages));
        assertEquals(
                "${{ inputs.stage }}", deploy.at("/jobs/deploy/environment").textValue());
    }

    @Test
    void they_may_do_no_more_than_they_need() throws Exception {
        var readOnly = new ObjectMapper().readTree("{\"contents\": \"read\"}");
        var workflows = workflows();
        assertEquals(readOnly, workflows.get("ci.yml").get("permissions"));
        for (var job : workflows.get("ci.yml").get("jobs")) assertFalse(job.has("permissions"));
        var deploy = workflows.get("deploy.yml");
        assertTrue(deploy.get("permissions").isEmpty());
        assertEquals(
                new ObjectMapper().readTree("{\"contents\": \"read\", \"id-token\": \"write\"}"),
                deploy.at("/jobs/deploy/permissions"));
    }

    @Test
    void the_role_is_assumed_after_everything_that_needs_none() throws Exception {
        var steps = new ArrayList<String>();
        for (var step : workflows().get("deploy.yml").at("/jobs/deploy/steps"))
            steps.add(
                    step.has("run")
                            ? step.get("run").textValue()
                            : step.get("uses").textValue().split("@")[0]);
        assertEquals(
                List.of(
                        "task test",
                        "aws-actions/configure-aws-credentials",
                        "task deploy -- \"$STAGE\"",
                        "task smoke:stage -- \"$STAGE\""),
                steps.subList(steps.size() - 4, steps.size()));
    }

    @Test
    void nothing_in_them_is_secret_and_no_text_of_others_is_run() throws Exception {
        for (var name : workflows().keySet()) {
            var text = Files.readString(FOLDER.resolve(name));
            assertFalse(SECRET.matcher(text).find(), name);
        }
        for (var workflow : workflows().values()) for (var run : runs(workflow)) assertFalse(run.contains("${{"), run);
    }

    @Test
    void every_action_is_pinned_and_every_job_ends() throws Exception {
        for (var name : workflows().keySet()) {
            for (var line : Files.readAllLines(FOLDER.resolve(name))) {
                if (!line.contains("uses:")) continue;
                assertTrue(PINNED.matcher(line.split("uses:")[1].strip()).matches(), line);
            }
            for (var job : workflows().get(name).get("jobs")) {
                assertTrue(job.path("timeout-minutes").asInt() > 0, name);
                for (var step : job.get("steps")) {
                    if (!step.path("uses").asText().startsWith("actions/checkout@")) continue;
                    assertEquals("false", step.at("/with/persist-credentials").asText(), name);
                }
            }
        }
    }
}
