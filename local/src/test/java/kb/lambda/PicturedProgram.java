package kb.lambda;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kb.FrontEnd;
import kb.LambdaEvents;
import kb.Production;
import kb.config.Config;

/** The HTTP function up to the moment of its snapshot; then it says which sockets it has and writes its heap into a file. */
final class PicturedProgram {
    /** The column of {@code /proc/net/tcp} (proc(5)). */
    private static final int INODE = 9;

    private PicturedProgram() {}

    /** @param arguments the file; perhaps a token, for one request first */
    public static void main(String[] arguments) throws Exception {
        var function =
                new HttpEntry(Production.app(Config.from(System.getenv())).router());
        FirstRequests.rehearse(System.getenv(), 2);
        if (arguments.length > 1) {
            var headers = Map.of("authorization", "Bearer " + arguments[1]);
            var reply = new LambdaEvents(function).send(new FrontEnd.Call("GET", "/me", headers, new byte[0]));
            System.out.println("status: " + reply.status());
        }
        System.out.println("sockets: " + sockets());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(arguments[0], true);
        System.out.println(function); // it is in use up to here
    }

    /** How many of the machine's TCP sockets, connected or listening, are this process's. */
    private static long sockets() throws IOException {
        var own = new HashSet<String>();
        try (var open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (var file : open) {
                if (Files.isSymbolicLink(file))
                    own.add(Files.readSymbolicLink(file).toString().replaceAll("\\D", ""));
            }
        }
        var sockets = new ArrayList<String>();
        for (var table : List.of("tcp", "tcp6")) sockets.addAll(Files.readAllLines(Path.of("/proc/self/net", table)));
        return sockets.stream()
                .map(line -> line.strip().split(" +"))
                .filter(columns -> own.contains(columns[INODE]))
                .count();
    }
}
