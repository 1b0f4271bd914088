package kb.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Notes what the SDK is asked for, each permission once: a line of action and resource in the file that the environment names. */
public final class RecordedCalls implements ExecutionInterceptor {
    /** The variable with the file's name. */
    static final String FILE = "RECORDED_CALLS";

    private final Path file = Path.of(System.getenv(FILE));
    private final Set<Permission> noted = ConcurrentHashMap.newKeySet();

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        Permission.wantedBy(call.request()).filter(noted::add).forEach(this::note);
    }

    private void note(Permission permission) {
        try {
            Files.writeString(file, permission.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
