package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A twin one of whose parts can be made faulty, and what is promised whichever part it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PartOutage {
    private static final int PAGES = 60;

    FaultyProxy proxy;
    Outage outage;
    private Running part;

    /**
     * A part that runs.
     *
     * @param throttled what it says when it is asked too much
     * @param settings send the twin to the address of what stands before it
     */
    record Running(URI address, String throttled, Function<URI, Map<String, String>> settings, AutoCloseable stop) {}

    abstract Running run(Path folder) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        part = run(folder.resolve("part"));
        proxy = new FaultyProxy(part.address(), part.throttled());
        outage = new Outage(folder.resolve("data"), part.settings().apply(proxy.address()));
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @AfterAll
    void stop() throws Exception {
        if (outage == null) return;
        outage.close();
        proxy.close();
        part.stop().close();
    }

    /** The part goes while the document is read. */
    @ParameterizedTest
    @EnumSource
    void a_document_that_is_being_read_waits_unharmed_while_answers(FaultyProxy.Fault fail) throws Exception {
        var visitor = outage.visitor();
        var pages = IntStream.rangeClosed(1, PAGES)
                .mapToObj("Barrel number %d holds salted herring."::formatted)
                .toArray(String[]::new);
        var id = visitor.client()
                .upload("barrels.pdf", Pdfs.of(pages))
                .json()
                .get("document_id")
                .textValue();
        proxy.suffer(fail);

        Outage.await("work meets the fault", () -> proxy.spoiled() >= 2);
        var meanwhile = visitor.client().get("/documents/" + id);
        assertTrue(isDocumented(meanwhile), meanwhile::text);

        proxy.heal();
        visitor.becomesReady(id);
        var document = visitor.client().get("/documents/" + id).json();
        assertEquals(PAGES, document.get("pages").intValue());
        assertEquals(PAGES, document.get("chunks").intValue());
        assertEquals(0, outage.attempts(visitor, id));
        assertEquals(List.of(id), visitor.client().found("which barrel holds salted herring"));
    }

    private static boolean isDocumented(FrontEnd.Reply meanwhile) throws Exception {
        if (meanwhile.status() == 503) return meanwhile.text().contains("urn:kb:problem:table-unavailable");
        var status = meanwhile.json().get("status").textValue();
        return meanwhile.status() == 200
                && List.of("queued", "parsing", "embedding").contains(status);
    }
}
