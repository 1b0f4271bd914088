package kb.api;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kb.store.Sha256;

/**
 * The web page as it lies in the artifact.
 *
 * <p>Its parts live under an address that names their content, so browsers keep them for good and never mix two releases.
 *
 * <p>Their styles stand in the pages themselves: a browser paints as soon as it has the page, and asks for the rest meanwhile.
 *
 * @param build names the content of all files together
 * @param style what a policy calls the styles by, and lets nothing else be one
 */
record PageFiles(String build, String style, Map<String, PageFile> pages, Map<String, PageFile> parts) {
    private static final List<String> PAGES = List.of("index.html", "docs.html");
    private static final List<String> STYLES = List.of("style.css", "parts.css");
    private static final List<String> MODULES = List.of(
            "app.js",
            "admin.js",
            "answer.js",
            "api.js",
            "ask.js",
            "chart.js",
            "coverage.js",
            "dialog.js",
            "document.js",
            "documents.js",
            "dom.js",
            "passages.js",
            "scope.js",
            "search.js",
            "session.js",
            "side.js",
            "signin.js",
            "uploading.js",
            "uploads.js",
            "usage.js",
            "viewer.js",
            "welcome.js",
            "words.js");
    private static final List<String> OTHERS = List.of("docs.js", "icon.svg");

    static PageFiles read() {
        var texts = Stream.of(PAGES, STYLES, MODULES, OTHERS)
                .flatMap(List::stream)
                .collect(toUnmodifiableMap(Function.identity(), PageFiles::text));
        var all = texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> file.getKey() + "\n" + file.getValue())
                .collect(joining("\n"));
        var build = Sha256.hex(all).substring(0, 12);
        var style = STYLES.stream().map(texts::get).collect(joining());
        return new PageFiles(
                build,
                "'sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.hex(style))) + "'",
                files(PAGES.stream(), name -> filled(texts.get(name), build, style)),
                files(Stream.concat(MODULES.stream(), OTHERS.stream()), texts::get));
    }

    private static Map<String, PageFile> files(Stream<String> names, UnaryOperator<String> text) {
        return names.collect(toUnmodifiableMap(Function.identity(), name -> PageFile.of(name, text.apply(name))));
    }

    /** Modules are named ahead, or the browser would find them one after the other. */
    private static String filled(String page, String build, String style) {
        var preload = MODULES.stream()
                .map(module -> "<link rel=\"modulepreload\" href=\"/page/{{build}}/" + module + "\">")
                .collect(joining("\n"));
        return page.replace("{{preload}}", preload).replace("{{build}}", build).replace("{{style}}", style);
    }

    private static String text(String name) {
        try (var resource = PageFiles.class.getResourceAsStream("/kb/page/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A part of the page; the pages themselves have addresses of their own. */
    Optional<PageFile> part(String ofBuild, String name) {
        return ofBuild.equals(build) ? Optional.ofNullable(parts.get(name)) : Optional.empty();
    }

    PageFile page(String name) {
        return pages.get(name);
    }
}
