package kb.api.spa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kb.http.Problem;
import kb.http.ProblemException;

/** What is wrong with a request, in the words that the replaced service's validation had. */
final class Complaints {
    private final List<Map<String, Object>> all = new ArrayList<>();

    static Map<String, Object> complaint(String type, List<?> where, String why, Object input) {
        var complaint = new LinkedHashMap<String, Object>();
        complaint.put("type", type);
        complaint.put("loc", where);
        complaint.put("msg", why);
        complaint.put("input", input);
        return complaint;
    }

    <T> T add(String type, List<?> where, String why, Object input, T placeholder) {
        all.add(complaint(type, where, why, input));
        return placeholder;
    }

    /** With the bound that was not kept. */
    <T> T add(String type, List<?> where, String why, Object input, Map<String, ?> bound, T placeholder) {
        var complaint = complaint(type, where, why, input);
        complaint.put("ctx", bound);
        all.add(complaint);
        return placeholder;
    }

    /** Call last. Builds the value, or reports everything that was wrong. */
    <T> T into(Supplier<T> valid) {
        if (all.isEmpty()) return valid.get();
        throw new ProblemException(
                new Problem.Telling(new Problem.Invalid(List.of()), Map.of(SpaErrors.DETAIL, List.copyOf(all))));
    }
}
