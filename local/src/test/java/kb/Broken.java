package kb;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.api.Limits;
import kb.api.Within;
import kb.chat.ChatModels;
import kb.files.ObjectStore;
import kb.http.Cors;
import kb.http.Gate;
import kb.ingest.PdfReader;
import kb.ingest.WorkQueue;
import kb.masking.Masking;
import kb.outside.Part;
import kb.pictures.PagePainter;
import kb.search.Embedders;
import kb.search.Spaces;
import kb.store.Table;

/** The application with every part broken in one way; what a part was asked is told in the failure, as careless libraries do. */
final class Broken {
    private Broken() {}

    static App app(Gate gate, RuntimeException failure) {
        var outside = new App.Outside(
                failing(Table.class, failure),
                failing(Table.class, failure),
                failing(ObjectStore.class, failure),
                failing(Spaces.class, failure),
                failing(Embedders.class, failure),
                failing(PdfReader.class, failure),
                failing(PagePainter.class, failure),
                failing(WorkQueue.class, failure),
                gate,
                UUID::randomUUID,
                Clock.systemUTC(),
                ChatModels.NONE);
        return App.of(
                outside,
                new App.Manner(
                        new Limits(10_485_760, 200_000_000),
                        new Within(Duration.ofSeconds(5)),
                        new Cors(Set.of()),
                        Optional.empty(),
                        false,
                        kb.usage.Tariff.FREE,
                        Masking.NONE));
    }

    private static <T> T failing(Class<T> port, RuntimeException failure) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    if (method.getName().equals("part")) return Part.INDEX;
                    failure.addSuppressed(new IllegalArgumentException(Arrays.toString(arguments)));
                    throw failure;
                }));
    }
}
