package kb.browser;

import java.util.List;
import java.util.stream.Stream;

/** Text that becomes a script, a request or another page where somebody takes it for HTML. */
final class HostileStrings {
    /** Each would set {@code hit}, or fetch something from elsewhere. */
    private static final List<String> SEEDS = List.of(
            "<script>window.hit=1</script>",
            "<img src=x onerror=window.hit=1>",
            "<svg onload=window.hit=1>",
            "<svg><script>window.hit=1</script></svg>",
            "<img src=//evil.example/x>",
            "<iframe src=//evil.example/></iframe>",
            "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
            "<a href=javascript:window.hit=1>x</a>",
            "javascript:window.hit=1",
            "<style>@import '//evil.example/x';</style>",
            "<link rel=stylesheet href=//evil.example/x>",
            "<base href=//evil.example/>",
            "<meta http-equiv=refresh content='0;url=//evil.example/'>",
            "<form action=//evil.example/><button autofocus>x</button></form>",
            "<object data=//evil.example/></object>",
            "<embed src=//evil.example/>",
            "<video poster=//evil.example/x></video>",
            "<details open ontoggle=window.hit=1>",
            "<input autofocus onfocus=window.hit=1>",
            "<math><mi xlink:href='javascript:window.hit=1'>x</mi></math>",
            "<body onload=window.hit=1>",
            "![x](//evil.example/x.png)",
            "[x](javascript:window.hit=1)",
            "{{constructor.constructor('window.hit=1')()}}",
            "${window.hit=1}");

    /** What gets out of where a text may stand. */
    private static final List<String> ESCAPES =
            List.of("", "\">", "'>", "-->", "</title>", "</script>", "</textarea>", "]]>");

    private HostileStrings() {}

    static Stream<String> all() {
        return ESCAPES.stream().flatMap(escape -> SEEDS.stream().map(seed -> escape + seed));
    }
}
