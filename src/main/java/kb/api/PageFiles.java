package kb.api;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kb.store.Sha256;

/**
 * The web page as it lies in the artifact.
 *
 * <p>Its parts live under an address that names their content, so browsers keep them for good and never mix two releases.
 *
 * @param build names the content of all files together
 */
record PageFiles(String build, Map<String, PageFile> files) {
    private static final List<String> PAGES = List.of("index.html", "docs.html");
    private static final List<String> STYLES = List.of("style.css", "parts.css", "icon.svg");
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
    private static final String DOCS = "docs.js";

    static PageFiles read() {
        var texts = Stream.of(PAGES, STYLES, MODULES, List.of(DOCS))
                .flatMap(List::stream)
                .collect(toUnmodifiableMap(Function.identity(), PageFiles::text));
        var all = texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> file.getKey() + "\n" + file.getValue())
                .collect(joining("\n"));
        var build = Sha256.hex(all).substring(0, 12);
        return new PageFiles(
                build,
                texts.entrySet().stream()
                        .collect(toUnmodifiableMap(
                                Map.Entry::getKey,
                                file -> PageFile.of(
                                        file.getKey(),
                                        PAGES.contains(file.getKey())
                                                ? filled(file.getValue(), build)
                                                : file.getValue()))));
    }

    /** Modules are named ahead, or the browser would find them one after the other. */
    private static String filled(String page, String build) {
        var preload = MODULES.stream()
                .map(module -> "<link rel=\"modulepreload\" href=\"/page/{{build}}/" + module + "\">")
                .collect(joining("\n"));
        return page.replace("{{preload}}", preload).replace("{{build}}", build);
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
        if (!ofBuild.equals(build) || PAGES.contains(name)) return Optional.empty();
        return Optional.ofNullable(files.get(name));
    }

    PageFile page(String name) {
        return files.get(name);
    }
}
