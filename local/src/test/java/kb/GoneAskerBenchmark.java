package kb;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import kb.llm.ChatProvider;
import kb.local.LocalServer;

/** How soon nobody listens to a silent chat model any more after its asker went away; fails when it takes more than a second. */
public final class GoneAskerBenchmark {
    private static final int ASKERS = 20;
    private static final Duration MOST = Duration.ofSeconds(1);

    private GoneAskerBenchmark() {}

    /** @param arguments a folder that is not used */
    public static void main(String[] arguments) throws Exception {
        var took = new ArrayList<Duration>();
        for (int asker = 0; asker < ASKERS; asker++) took.add(leave());
        took.sort(null);
        System.out.printf(
                "%d askers left while a model was silent; its call ended after p50 %d ms, at most %d ms%n",
                ASKERS, took.get(ASKERS / 2).toMillis(), took.getLast().toMillis());
        System.exit(took.getLast().compareTo(MOST) > 0 ? 1 : 0);
    }

    private static Duration leave() throws Exception {
        var folder = Files.createTempDirectory("bench-gone");
        var beginning = ChatProvider.stream(
                "say| A lost card costs four euros and fifty cents.\nquote 1| " + ModelTwin.FEE + "\nsay| And");
        try (var provider = new StallingProvider(beginning);
                var twin = new TestTwin(folder, provider.settings())) {
            var server = LocalServer.on(twin.app().router(), twin.limits().largestBody())
                    .start("127.0.0.1", 0);
            try {
                var asker =
                        new Client(new OverTheWire(server.port()), twin, "tenant-" + twin.next(), "wren", "manager");
                asker.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
                LeavingAsker.askAndLeave(server.port(), asker.token(), asker.chat());
                var left = System.nanoTime();
                if (!provider.hungUp().await(20, TimeUnit.SECONDS)) return Duration.ofSeconds(20);
                return Duration.ofNanos(System.nanoTime() - left);
            } finally {
                server.stop();
            }
        }
    }
}
