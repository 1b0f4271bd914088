package kb.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What the terminal says. */
final class Words {
    static final String USAGE = """
            usage: kb [serve] [--with-parent]
                   kb token [--user ID] [--name NAME] [--role user|manager|admin] [--tenant TENANT] [--hours NUMBER]
                   kb backup FOLDER | FILE
                   kb restore FILE
                   kb reindex
                   kb residue
                   kb eval FOLDER [--json FILE] [--baseline FILE]
                   kb --help | --version""";

    static final String HELP = """
            Knowledge Base: upload PDFs, ask questions, get quotes that were checked against the page.

            %s

            serve            starts the server and says where it listens; this is what kb alone does
              --with-parent  ends it when the program that started it ends, as Maven needs it
            token            prints a token that a server with the same settings accepts
              --user ID        whose it is                                     you
              --name NAME      how others see the person                       the user's id
              --role ROLE      user asks, manager also uploads, admin may all  manager
              --tenant TENANT  whose documents it opens                        default
              --hours NUMBER   how long it lasts                               24
            backup           copies everything in DATA_DIR into one file, also while a server works there
              FOLDER | FILE    an existing folder, or a new file that ends in .zip; it holds secrets too
            restore          makes a new DATA_DIR out of such a file; never overwrites or merges anything
            reindex          makes the index anew beside the one that serves, also while a server works
                             there: nothing is read or embedded twice, and searches never find less
            residue          counts what DATA_DIR holds that belongs to no document, and changes nothing
            eval             says how well the documents of a folder are found and answered about
              FOLDER           PDFs, and questions.jsonl with a line for each question, such as
                               {"question": "…", "document": "a.pdf", "pages": [3]}
              --json FILE      writes the figures there
              --baseline FILE  fails when a figure is worse than in such a file

            Settings are environment variables, or lines NAME=value in a file .env in the working directory:
              PORT             where to listen; 0 is any free port             8009
              HOST             on which address; 0.0.0.0 lets others in        127.0.0.1
              S3_PORT          where the S3 server in this process listens     any free port
              S3_PUBLIC_URL    where browsers reach that, if not on HOST       http://HOST:S3_PORT
              DATA_DIR         where everything is kept                        ./data
              JWT_SECRET_KEY   signs and verifies tokens, at least 32 bytes    made and kept in DATA_DIR
              JWT_ALGORITHM    HS256, RS256 or ES256; the last two need one of   HS256
                               JWT_PUBLIC_KEY (PEM) and JWT_JWKS_URL (https)
              JWT_ISSUER       what a token's iss must be                      not checked
              JWT_AUDIENCE     what a token's aud must be or contain           not checked
              MASK_SENSITIVE   true masks keys, cards and national ids         false
              RATE_LIMIT_ENABLED  true lets each person ask only so often      false
              ALLOWED_ORIGINS  web pages that may call, with commas between    none
              DEADLINE_SECONDS the most any request may take                   60
              DIRECT_UPLOAD_BYTES  the largest PDF in a request               10000000
              UPLOAD_BYTES     the largest PDF announced                       200000000
              KB_JAVA_OPTIONS  for Java itself, such as -Xmx1g; never in .env  none

            Each part can be a real one:
              STORE            records: sqlite or dynamodb                     sqlite
              FILES            PDFs: embedded or s3                            embedded
              WEAVIATE_URL     Weaviate as the index, with WEAVIATE_API_KEY    Lucene in this process
              EMBEDDING_MODEL  a model at OPENAI_API_BASE, of                  a model in this process
                               EMBEDDING_DIMENSIONS, with OPENAI_API_KEY
              OPENAI_MODEL     a chat model there, which answers               quotes alone
              OPENAI_MINI_MODEL  a small one, for follow-up questions          rules
              MODEL_PRICES     dollars a million tokens: small=0.15/0.60        nothing costs anything
              BUDGET_USD_PER_USER, BUDGET_USD_PER_TENANT  dollars a month      no limit
              AWS_REGION, …    the AWS SDK's own, for dynamodb and s3          as the SDK finds them

            It stops on Ctrl+C or SIGTERM within 10 seconds: requests are finished, and work that is
            left goes on after the next start. The log goes to standard error, one JSON object a line.

            Exit codes
              0    done
              1    it cannot: the first line says why and what to do; of residue: something is
                   left; of eval: a figure is worse than before
              2    the command line was not understood
              130  stopped by Ctrl+C (SIGINT)
              143  stopped by SIGTERM""".formatted(USAGE);

    static final String NOTHING_LEFT = "nothing is left that belongs to no document (%s)";

    static final String SOMETHING_LEFT =
            "%d of %s with something that belongs to no document; a server removes vectors and objects within a day";

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
            case "backup" -> "no backup: ";
            case "restore" -> "not restored: ";
            case "reindex" -> "not reindexed: ";
            case "residue" -> "not counted: ";
            case "eval" -> "not evaluated: ";
            default -> "cannot start: ";
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
        var known = token.map(text -> """
                A token for trying it out, as the administrator "you", for 7 days:

                export KB_TOKEN=%s
                """.formatted(text)).orElse("""
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
}
