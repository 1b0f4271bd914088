package kb.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.local.TwinProcess;

/** A twin in a process of its own. */
final class Killable implements AutoCloseable {
    private final TwinProcess process;

    private Killable(TwinProcess process) {
        this.process = process;
    }

    static Killable in(Path folder, Map<String, String> settings) throws IOException {
        return new Killable(TwinProcess.in(folder, settings, List.of()));
    }

    String address() {
        return process.address().toString();
    }

    String token() {
        return process.token();
    }

    /** As a power cut would. */
    void kill() {
        process.server().destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
