package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import kb.Pdfs;
import kb.client.TellingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees at a terminal, which a Python program plays, and that a program in its place sees none of it. */
@Timeout(240)
class TerminalTest {
    private static final String ESCAPE = "\u001b";
    private static final Pattern BAR = Pattern.compile("\u001b\\[K\u001b\\[\\?7l([^\n]*?)\u001b\\[\\?7h\r");
    private static final Pattern STYLE = Pattern.compile("\u001b\\[\\d+m");
    private static final int INTERRUPTED = 130;
    private static final String CTRL_C = "\u0003";

    @TempDir
    Path folder;

    private static List<String> at(int columns, String... words) throws Exception {
        var program = Path.of(TerminalTest.class.getResource("terminal.py").toURI());
        var command = new ArrayList<>(List.of("python3", program.toString(), String.valueOf(columns)));
        command.addAll(JavaProgram.command(Main.class, List.of(words)));
        return command;
    }

    private String shown(int columns, Map<String, String> settings, String... words) throws Exception {
        var process = JavaProgram.builder(folder, settings, at(columns, words)).start();
        try (var screen = process.inputReader()) {
            return screen.readAllAsString();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> bars(String shown) {
        return BAR.matcher(shown).results().map(bar -> bar.group(1)).toList();
    }

    private static boolean hasBar(List<String> bars, String words) {
        return bars.stream().anyMatch(bar -> bar.contains(words));
    }

    private void papers() throws Exception {
        var papers = Files.createDirectories(folder.resolve("papers"));
        Files.write(papers.resolve("ferry.pdf"), Pdfs.of("The ferry leaves at nine."));
        Files.write(papers.resolve("harbour.pdf"), Pdfs.of("The harbour was built in 1911."));
        Files.write(papers.resolve("red" + ESCAPE + "[31m.pdf"), Pdfs.of("A name that would like to be red."));
    }

    @Test
    void a_folder_comes_in_behind_a_bar_for_people_alone() throws Exception {
        papers();
        try (var twin = TwinProcess.in(folder)) {
            var settings = new TreeMap<>(Map.of(
                    "KB_URL",
                    twin.address().toString(),
                    "KB_TOKEN",
                    twin.token(),
                    "TERM",
                    "xterm",
                    "LC_ALL",
                    "C.UTF-8"));
            var narrow = shown(20, settings, "ingest", "papers");
            var bars = bars(narrow);
            assertTrue(hasBar(bars, "]\u001b[0m 0 of 3 sent  ferry.pdf"), narrow);
            assertTrue(hasBar(bars, " 2 of 3 sent  red[31m.pdf"), narrow);
            assertTrue(hasBar(bars, " read  ferry.pdf"), narrow);
            assertFalse(BAR.matcher(narrow).replaceAll("").contains(" of 3 "), narrow);
            assertFalse(narrow.contains("red" + ESCAPE), narrow);
            assertTrue(narrow.contains("papers: 3 PDFs"), narrow);
            assertTrue(STYLE.matcher(narrow).find(), narrow);

            settings.put("NO_COLOR", "1");
            var colourless = shown(80, settings, "ingest", "papers");
            assertTrue(hasBar(bars(colourless), "[························] 0 of 3 sent"), colourless);
            assertFalse(STYLE.matcher(colourless).find(), colourless);

            settings.put("TERM", "dumb");
            assertPlain(shown(80, settings, "ingest", "papers"));
            settings.putAll(Map.of("NO_COLOR", "", "TERM", "xterm"));
            var piped = TwinProcess.run(folder, settings, "ingest", "papers");
            assertPlain(piped.output() + piped.errors());
        }
    }

    private static void assertPlain(String shown) {
        assertTrue(shown.contains("papers: 3 PDFs"), shown);
        assertFalse(shown.contains(ESCAPE), shown);
        assertFalse(shown.contains(" of 3 "), shown);
    }

    @Test
    void whoever_has_read_enough_of_an_answer_stops_it() throws Exception {
        var enough = new CountDownLatch(1);
        try (var service = new TellingService()) {
            service.tells("It leaves", " at nine. [1]");
            service.between(() -> await(enough));
            var settings = Map.of("KB_URL", service.address().toString(), "KB_TOKEN", "secret", "TERM", "xterm");
            var process = JavaProgram.builder(folder, settings, at(80, "ask", "--chat", "c1", "When does it leave?"))
                    .start();
            try (var screen = process.inputReader();
                    var keyboard = process.outputWriter()) {
                var shown = until("It leaves", screen);
                keyboard.write(CTRL_C);
                keyboard.flush();
                assertEquals(INTERRUPTED, process.waitFor(), shown);
            } finally {
                enough.countDown();
                process.destroyForcibly();
            }
        }
        assertTrue(Help.whole().contains("130  stopped by Ctrl+C"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String until(String wanted, Reader screen) throws Exception {
        var shown = new StringBuilder();
        while (shown.indexOf(wanted) < 0) {
            var next = screen.read();
            if (next < 0) throw new AssertionError("it ended with: " + shown);
            shown.append((char) next);
        }
        return shown.toString();
    }
}
