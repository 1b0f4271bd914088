package kb.activity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;

/** A part that something happens before each call of. */
final class Watched {
    private Watched() {}

    /** @param before happens before each call, and may throw */
    static <T> T over(Class<T> port, T part, BiConsumer<String, Object[]> before) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    before.accept(method.getName(), arguments);
                    try {
                        return method.invoke(part, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
