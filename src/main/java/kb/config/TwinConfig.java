package kb.config;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the local twin listens and keeps its data.
 *
 * @param ocr the program that reads the letters of scans, and what it is told first; empty for none
 * @param aws the AWS SDK's own variables, for a twin on real tables and buckets
 */
public record TwinConfig(
        String host,
        int port,
        S3Server s3Server,
        String dataDirectory,
        Store store,
        Files files,
        List<String> ocr,
        Map<String, String> aws) {
    public TwinConfig {
        ocr = List.copyOf(ocr);
        aws = Map.copyOf(aws);
    }

    /**
     * The S3 server in the process.
     *
     * @param port 0 for any that is free
     * @param address under which browsers reach it; absent when that is where it listens
     */
    public record S3Server(int port, Optional<URI> address) {}

    public enum Store {
        SQLITE,
        DYNAMODB
    }

    public enum Files {
        EMBEDDED,
        S3
    }

    static TwinConfig from(Settings settings) {
        var host = settings.text("HOST", "127.0.0.1");
        var store = settings.choice("STORE", Store.SQLITE);
        var files = settings.choice("FILES", Files.EMBEDDED);
        return new TwinConfig(
                host,
                settings.number("PORT", 8009, 0, 65_535),
                s3Server(settings, files == Files.EMBEDDED && isEveryAddress(host)),
                settings.text("DATA_DIR", "./data"),
                store,
                files,
                settings.text("OCR_COMMAND")
                        .map(command -> List.of(command.strip().split("\\s+")))
                        .orElse(List.of()),
                settings.startingWith("AWS_"));
    }

    private static S3Server s3Server(Settings settings, boolean forOthers) {
        var port = settings.number("S3_PORT", 0, 0, 65_535);
        var address = settings.read(
                "S3_PUBLIC_URL",
                Optional.<URI>empty(),
                "an address without a path, such as http://kb.example.org:8010",
                text -> Optional.of(Optional.of(text).filter(Origins::isOrigin).map(URI::create))
                        .filter(Optional::isPresent));
        if (forOthers && settings.text("S3_PUBLIC_URL").isEmpty()) {
            settings.complain(
                    "HOST lets others in, who fetch PDFs from a port of its own: set S3_PORT=8010 and S3_PUBLIC_URL to"
                            + " where they reach it, such as http://kb.example.org:8010",
                    port);
        }
        if (address.isPresent() && port == 0) {
            settings.complain("S3_PUBLIC_URL needs S3_PORT: set it to the port that the address leads to", port);
        }
        return new S3Server(port, address);
    }

    /** Such as {@code 0.0.0.0}: nobody can be told to go there. */
    private static boolean isEveryAddress(String host) {
        try {
            return InetAddress.ofLiteral(host).isAnyLocalAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "TwinConfig[%s:%d, %s, %s, %s, %s, %s]"
                .formatted(host, port, s3Server, dataDirectory, store, files, ocr);
    }
}
