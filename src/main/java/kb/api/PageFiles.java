package kb.api;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.store.Sha256;

/**
 * The web page as it lies in the artifact.
 *
 * <p>Its parts live under an address that names their content, so browsers keep them for good and never mix two releases.
 *
 * <p>Their styles stand in the pages themselves, and the modules come as one script: a browser paints as soon as it has the
 * page, and can use it after one request more.
 *
 * @param build names the content of all files together
 * @param style what a policy calls the styles by, and lets nothing else be one
 */
record PageFiles(String build, String style, Map<String, PageFile> pages, Map<String, PageFile> parts) {
    private static final List<String> PAGES = List.of("index.html", "docs.html");
    private static final List<String> STYLES = List.of("style.css", "parts.css");
    private static final List<String> SCRIPTS = List.of("app.js", "docs.js");
    private static final String ICON = "icon.svg";

    static PageFiles read() {
        var style = STYLES.stream().map(PageFiles::text).collect(joining());
        var parts = new LinkedHashMap<String, String>();
        for (var script : SCRIPTS) parts.put(script, PageScript.of(script, PageFiles::text));
        parts.put(ICON, text(ICON));
        var pages = new LinkedHashMap<String, String>();
        for (var page : PAGES) pages.put(page, text(page));
        var build = Sha256.hex(style + parts + pages).substring(0, 12);
        pages.replaceAll((_, page) -> page.replace("{{build}}", build).replace("{{style}}", style));
        return new PageFiles(
                build,
                "'sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.hex(style))) + "'",
                files(pages),
                files(parts));
    }

    private static Map<String, PageFile> files(Map<String, String> texts) {
        var files = new LinkedHashMap<String, PageFile>();
        texts.forEach((name, text) -> files.put(name, PageFile.of(name, text)));
        return Map.copyOf(files);
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
