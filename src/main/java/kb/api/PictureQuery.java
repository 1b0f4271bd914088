package kb.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kb.http.Call;
import kb.http.Fields;
import kb.http.QueryString;
import kb.pages.Span;

/** How a caller wants to see a page. @param scale in pixels a point, to a hundredth */
record PictureQuery(double scale, List<Span> spans) {
    private static final double USUAL = 1.5;
    private static final double LEAST = 0.25;
    private static final double MOST = 4;
    private static final int MOST_SPANS = 20;
    private static final Pattern NUMBER = Pattern.compile("[0-9](\\.[0-9]{1,20})?");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,8})-([0-9]{1,8})");

    static PictureQuery parse(Call call) {
        var query = call.query();
        var scale = scale(query);
        query.leave("span");
        var spans = spans(QueryString.parse(call.request().query()).values().getOrDefault("span", List.of()), query);
        return query.into(() -> new PictureQuery(scale, spans));
    }

    private static double scale(Fields query) {
        var text = query.optionalText("scale", 30);
        if (text.isEmpty()) return USUAL;
        var scale = NUMBER.matcher(text.get()).matches() ? Double.parseDouble(text.get()) : 0;
        if (scale >= LEAST && scale <= MOST) return Math.round(scale * 100) / 100.0;
        return query.complain("scale", "must be a number from 0.25 to 4", USUAL);
    }

    private static List<Span> spans(List<String> given, Fields query) {
        if (given.size() > MOST_SPANS)
            return query.complain("span", "may be given %d times at most".formatted(MOST_SPANS), List.of());
        var spans = new ArrayList<Span>();
        for (var text : given) {
            var parts = SPAN.matcher(text);
            var start = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
            var end = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
            if (start < end) spans.add(new Span(start, end));
            else
                query.complain(
                        "span", "must be start-end, two numbers of which the second is greater, such as 0-80", 0);
        }
        return List.copyOf(spans);
    }
}
