package kb.local;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kb.client.Refused;

/** What the terminal says. */
final class Words {
    static final String NOTHING_LEFT = "nothing is left that belongs to no document and no chat (%s)";

    static final String SOMETHING_LEFT =
            "%d of %s with something that belongs to no document or chat; a server removes vectors, objects and messages within a day";

    private static final Set<String> REACHED_AS_LOCALHOST = Set.of("127.0.0.1", "0.0.0.0", "localhost", "::");

    private Words() {}

    /** What to type on this machine to reach a server that listens there. */
    static String address(String host, int port) {
        if (REACHED_AS_LOCALHOST.contains(host)) return "http://localhost:" + port;
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
    }

    /** What stands before the reason why a command cannot do what it is for. */
    static String refusal(String command) {
        return switch (command) {
            case "token" -> "no token: ";
            case "ingest" -> "not all taken in: ";
            case "ask" -> "not asked: ";
            case "smoke" -> "not tried: ";
            case "backup" -> "no backup: ";
            case "restore" -> "not restored: ";
            case "migrate" -> "not migrated: ";
            case "reindex" -> "not reindexed: ";
            case "residue" -> "not counted: ";
            case "eval" -> "not evaluated: ";
            default -> "cannot start: ";
        };
    }

    /** Of a file Java often says no more than its name. */
    static String reason(Exception cannot) {
        return switch (cannot) {
            case AccessDeniedException denied -> denied.getFile() + " is not yours to read or write: make it so";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case Refused refused
            when refused.status() == 401 -> refused.getMessage() + ": set KB_TOKEN to a token that this service takes";
            case FileSystemException of -> "%s cannot be read or written (%s)".formatted(of.getFile(), of.getReason());
            default -> Objects.requireNonNullElse(cannot.getMessage(), cannot.toString());
        };
    }

    static String backedUp(BackupManifest manifest, Path data, Path file) {
        return """
                Backed up %s (%s), as it was at %s, into %s
                It holds secrets, so keep it as safe as the folder. To restore it: DATA_DIR=new-folder kb restore %s""".formatted(data, manifest.summary(), manifest.madeAt(), file, quoted(file.toString()));
    }

    static String reindexed(int tenants) {
        return "A new index serves %s; nothing is found in the old one any more"
                .formatted(BackupManifest.counted(tenants, "tenant"));
    }

    static String restored(BackupManifest manifest, Path data) {
        return """
                Restored %s (%s), as it was at %s
                The first start makes the index again: DATA_DIR=%s kb""".formatted(data, manifest.summary(), manifest.madeAt(), quoted(data.toString()));
    }

    /** As a shell reads it. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9._/+@%:,=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** @param token absent where tokens are signed elsewhere */
    static String started(String address, Path data, Optional<String> token, Path sample) {
        var known = token.map(text -> known(address, text)).orElse("""
                Tokens come from your issuer:

                export KB_TOKEN=…
                """);
        return """

                Knowledge Base is listening on %s
                Your documents stay in %s

                %s
                Upload a PDF:

                curl -H "Authorization: Bearer %s" -F %s %s/documents
                """.formatted(address, data, known, token.orElse("$KB_TOKEN"), quoted("file=@" + sample), address);
    }

    /** The page takes a token from a link on this machine only. */
    private static String known(String address, String token) {
        if (!address.matches("http://(localhost|127\\.[0-9.]+|\\[::1\\]):[0-9]+")) return """
                A token for trying it out, as the administrator "you", for 7 days:

                export KB_TOKEN=%s
                """.formatted(token);
        return """
                Open it in a browser, signed in as the administrator "you" for 7 days:

                %s/#token=%s

                The same token for programs:

                export KB_TOKEN=%s
                """.formatted(address, token, token);
    }
}
