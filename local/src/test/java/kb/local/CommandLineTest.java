package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kb.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands besides {@code serve}. */
@Timeout(60)
class CommandLineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dance               | kb: there is no command dance
            help dance          | kb: there is no command dance
            --url http://kb     | kb: a command comes first, and then --url
            serve --fast        | kb: serve has no option --fast
            token --colour red  | kb: token has no option --colour
            token --user        | kb: --user needs a value
            token --role king   | kb: --role is user, manager or admin
            token --hours many  | kb: --hours is a whole number from 1 to 99999
            backup              | kb: backup needs one argument: a folder, or a new file that ends in .zip
            backup a b          | kb: backup needs one argument: a folder, or a new file that ends in .zip
            backup --all        | kb: backup has no option --all
            restore             | kb: restore needs one argument: the file that kb backup wrote
            restore a --force   | kb: restore has no option --force
            residue all         | kb: residue has no option all
            ingest              | kb: ingest needs one argument: a folder that holds PDFs
            ingest a b          | kb: ingest needs one argument: a folder that holds PDFs
            ingest a --fast     | kb: ingest has no option --fast
            ingest . --url kb   | kb: --url is an address such as https://kb.example.org
            ingest . --url      | kb: --url needs a value
            ask                 | kb: ask needs one argument: a question, in quotation marks
            ask Who founded it? | kb: ask needs one argument: a question, in quotation marks
            ask Who? --chat     | kb: --chat needs a value
            token --tenant a/b  | kb: a tenant's id has 1 to 64 letters, digits, - or _
            """)
    void what_is_not_understood_is_said_with_the_usage(String line, String complaint) throws Exception {
        var ended = TwinProcess.run(folder, Map.of(), line.split(" "));
        var usage = Help.usage(line.split(" ")[0]).orElseGet(Help::usage);
        assertEquals(new TwinProcess.Ended(2, "", complaint + "\n\n" + usage + "\n"), ended);
    }

    @Test
    void the_version_is_the_services_own() throws Exception {
        assertEquals(
                new TwinProcess.Ended(0, "Knowledge Base " + App.version() + "\n", ""),
                TwinProcess.run(folder, Map.of(), "--version"));
    }

    @Test
    void help_is_for_people_who_read_terminals() throws Exception {
        var help = TwinProcess.run(folder, Map.of(), "--help");
        assertEquals(new TwinProcess.Ended(0, Help.whole() + "\n", ""), help);
        assertNarrow(Help.whole());
        for (var command : Help.COMMANDS) {
            assertTrue(help.output().contains("\n" + command + " "), command);
            assertTrue(Help.of(command).startsWith("usage: kb "), command);
            assertNarrow(Help.of(command));
        }
    }

    @Test
    void help_names_every_setting_of_a_twin_that_the_readme_names() throws Exception {
        var readme = Files.readString(Path.of("..", "README.md"));
        var table = readme.split("\\| variable \\| for \\| default \\|")[1].split("\n\n")[0];
        var settings = Pattern.compile("^\\| (`.*?) \\|", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([A-Z0-9_]+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .filter(name -> !name.startsWith("AWS_") && !name.equals("INGEST_QUEUE_URL"))
                .toList();
        assertTrue(settings.size() > 30, settings::toString);
        for (var setting : settings) assertTrue(Help.whole().contains(setting), setting);
    }

    private static void assertNarrow(String text) {
        assertTrue(text.lines().allMatch(line -> line.length() <= 110), text);
    }

    @Test
    void each_command_tells_about_itself() throws Exception {
        var help = TwinProcess.run(folder, Map.of(), "ingest", "somewhere", "--help");
        assertEquals(new TwinProcess.Ended(0, Help.of("ingest") + "\n", ""), help);
        assertEquals(help, TwinProcess.run(folder, Map.of(), "help", "ingest"));
        assertTrue(Help.of("ingest").contains("--replace"));
    }

    @Test
    void what_cannot_be_printed_is_not_done() throws Exception {
        var full = JavaProgram.builder(folder, Map.of(), JavaProgram.command(Main.class, List.of("--version")))
                .redirectOutput(new File("/dev/full"))
                .start();
        try (var errors = full.errorReader()) {
            var complaint = errors.readLine();
            assertTrue(complaint.startsWith("kb: what there was to say could not be written ("), complaint);
            assertEquals(1, full.waitFor());
        }
    }

    /** As {@code kb --help | head -1} does. */
    @Test
    void whoever_reads_no_further_has_enough() throws Exception {
        var command = JavaProgram.command(Main.class, List.of("--help"));
        var all = new ArrayList<>(List.of("sh", "-c", "(\"$@\"; echo $? > status) | true", "sh"));
        all.addAll(command);
        var process = JavaProgram.builder(folder, Map.of(), all).start();
        try (var errors = process.errorReader()) {
            assertEquals("", errors.readAllAsString());
        }
        assertEquals(0, process.waitFor());
        assertEquals("0\n", Files.readString(folder.resolve("status")));
    }

    @Test
    void where_tokens_are_signed_elsewhere_there_is_none_to_give() throws Exception {
        var settings = Map.of("JWT_ALGORITHM", "RS256", "JWT_JWKS_URL", "https://login.example.org/keys");
        var complaint =
                "no token: tokens are signed elsewhere with JWT_ALGORITHM=RS256: get one from their issuer, or use HS256\n";
        assertEquals(new TwinProcess.Ended(1, "", complaint), TwinProcess.run(folder, settings, "token"));
        assertTrue(Files.notExists(folder.resolve("data").resolve("jwt-secret")));
    }

    @Test
    void a_token_is_one_line_signed_for_the_person_named() throws Exception {
        var ended = TwinProcess.run(
                folder,
                Map.of("JWT_ISSUER", "tests"),
                "token",
                "--user",
                "u1",
                "--role",
                "user",
                "--tenant",
                "t1",
                "--hours",
                "2");
        assertEquals("", ended.errors());
        assertEquals(0, ended.status());
        var token = JWT.decode(ended.output().strip());
        assertEquals("u1", token.getSubject());
        assertEquals("user", token.getClaim("role").asString());
        assertEquals("t1", token.getClaim("tenant").asString());
        assertEquals("tests", token.getIssuer());
        assertEquals(
                7200,
                token.getExpiresAtAsInstant().getEpochSecond()
                        - token.getIssuedAtAsInstant().getEpochSecond());
        assertTrue(Files.exists(folder.resolve("data").resolve("jwt-secret")));
    }
}
