package kb;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that tests need and no build brings.
 *
 * <p>Where it is missing a test is skipped and says what to do; with {@code KB_REQUIRE=all} the test fails.
 */
public enum RealPart {
    /** The server's executable. */
    WEAVIATE("no weaviate-server on the PATH or in Go's bin:"
            + " go install github.com/weaviate/weaviate/cmd/weaviate-server@v1.38.11") {
        @Override
        Optional<Path> found() {
            var home = Path.of(System.getProperty("user.home"), "go").toString();
            var go = Path.of(System.getenv().getOrDefault("GOPATH", home), "bin");
            return Stream.concat(onPath("weaviate-server"), Stream.of(go.resolve("weaviate-server")))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    },

    /** The folder of a function as it is deployed. */
    ARTIFACT("KB_ARTIFACT names no built function: task build, then KB_ARTIFACT=.aws-sam/build/HttpFunction") {
        @Override
        Optional<Path> found() {
            return Optional.ofNullable(System.getenv("KB_ARTIFACT"))
                    .map(Path::of)
                    .map(Path::toAbsolutePath)
                    .filter(Files::isDirectory);
        }
    },

    /** The program that reads the letters of scans. */
    TESSERACT("no tesseract on the PATH: apt-get install tesseract-ocr") {
        @Override
        Optional<Path> found() {
            return onPath("tesseract").findFirst();
        }
    },

    /** Another program that sees where words stand. */
    POPPLER("no pdftotext on the PATH: apt-get install poppler-utils") {
        @Override
        Optional<Path> found() {
            return onPath("pdftotext").findFirst();
        }
    },

    /** A browser, with what drives it and what looks for hurdles, as {@code task browser} fetches them. */
    CHROMIUM(
            "no chromium on the PATH, or no playwright-core and axe-core: apt-get install chromium, and task browser") {
        @Override
        Optional<Path> found() {
            return onPath("chromium")
                    .filter(_ -> Files.isDirectory(tools())
                            && onPath("node").findAny().isPresent())
                    .findFirst();
        }

        @Override
        public Path tools() {
            var named = Optional.ofNullable(System.getenv("KB_BROWSER_TOOLS"));
            return Path.of(named.orElse("target/browser/node_modules")).toAbsolutePath();
        }
    },

    /** A folder with the official clients of other doors. */
    CLIENTS(
            "KB_CLIENTS names no folder with clients: copy local/src/test/clients/package.json into one, npm install there,"
                    + " and name it") {
        @Override
        Optional<Path> found() {
            return Optional.ofNullable(System.getenv("KB_CLIENTS"))
                    .map(Path::of)
                    .map(Path::toAbsolutePath)
                    .filter(folder -> Files.isDirectory(folder.resolve("node_modules/openai")));
        }
    },

    /** A folder of documents with questions, which are not ours to copy. */
    EVALUATION("KB_EVAL_DIR names no folder of evaluation data") {
        @Override
        Optional<Path> found() {
            return Optional.ofNullable(System.getenv("KB_EVAL_DIR"))
                    .map(Path::of)
                    .filter(Files::isDirectory);
        }
    };

    private final String missing;

    RealPart(String missing) {
        this.missing = missing;
    }

    abstract Optional<Path> found();

    /** The folder of what belongs to it. */
    public Path tools() {
        throw new UnsupportedOperationException(name());
    }

    public boolean isThere() {
        return found().isPresent();
    }

    public static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    /** Where it is; otherwise the test ends here, by the rule. */
    public Path path() {
        return found().orElseGet(() -> abort(complaint()));
    }

    /** Why a test has to be skipped. @throws AssertionError when nothing may be */
    String complaint() {
        if ("all".equals(System.getenv("KB_REQUIRE"))) throw new AssertionError(missing);
        return missing;
    }
}
