package kb.local;

import java.io.IOException;
import java.util.List;
import kb.crash.KillingPoints;

/** The twin as it is always served, but that it dies at one of its {@link KillingPoints}, or notes which it passes. */
public final class DoomedTwin {
    private DoomedTwin() {}

    public static void main(String[] arguments) throws IOException {
        var settings = System.getenv();
        ServeCommand.run(List.of("--with-parent"), settings, KillingPoints.of(settings)::around);
    }
}
