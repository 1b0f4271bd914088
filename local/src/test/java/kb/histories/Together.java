package kb.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers who begin at the same moment. */
final class Together {
    private Together() {}

    static <T> List<T> at(int callers, IntFunction<T> call) throws Exception {
        var start = new CountDownLatch(callers);
        var calls = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < callers; number++) {
                var mine = number;
                calls.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return call.apply(mine);
                }));
            }
        }
        var results = new ArrayList<T>();
        for (var done : calls) results.add(done.get());
        return results;
    }
}
