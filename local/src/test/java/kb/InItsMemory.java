package kb;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Every object that one of ours leads to, by way of its fields and of Java's collections. */
record InItsMemory(Set<Object> objects) {
    static InItsMemory of(Object root) throws IllegalAccessException {
        var seen = Collections.<Object>newSetFromMap(new IdentityHashMap<>());
        Deque<Object> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            var one = next.pop();
            if (seen.add(one)) held(one).forEach(next::push);
        }
        return new InItsMemory(seen);
    }

    <T> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<Object> held(Object one) throws IllegalAccessException {
        var held = new ArrayList<Object>();
        switch (one) {
            case Collection<?> many -> held.addAll(many);
            case Map<?, ?> map -> held.addAll(map.values());
            case Optional<?> perhaps -> held.add(perhaps.orElse(null));
            case AtomicReference<?> reference -> held.add(reference.get());
            case Object[] many -> held.addAll(Arrays.asList(many));
            default -> {
                for (var type = one.getClass(); isOurs(type); type = type.getSuperclass())
                    for (var field : type.getDeclaredFields()) if (isHeld(field)) held.add(field.get(one));
            }
        }
        held.removeIf(nothing -> nothing == null);
        return held;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("kb.");
    }

    private static boolean isHeld(Field field) {
        if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) return false;
        field.setAccessible(true);
        return true;
    }
}
