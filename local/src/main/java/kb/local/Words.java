package kb.local;

import java.nio.file.Path;

/** What the terminal says. */
final class Words {
    static final String HELP = """
            Knowledge Base API, local twin: upload PDFs, ask questions, get quotes that were checked against the page.

            Settings are environment variables, or lines NAME=value in a file .env:
              PORT             where to listen                                   8009
              HOST             on which address; 0.0.0.0 lets others in          127.0.0.1
              DATA_DIR         where everything is kept                          ./data
              JWT_SECRET_KEY   signs and verifies tokens, at least 32 bytes      made and kept in DATA_DIR
              JWT_ISSUER       what a token's iss must be                        not checked
              JWT_AUDIENCE     what a token's aud must be or contain             not checked
              ALLOWED_ORIGINS  web pages that may call, with commas between      none
              DEADLINE_SECONDS the most any request may take                     60

            Each part can be a real one:
              STORE            records: sqlite or dynamodb                       sqlite
              FILES            PDFs: embedded or s3                              embedded
              WEAVIATE_URL     Weaviate as the index, with WEAVIATE_API_KEY      Lucene in this process
              EMBEDDING_MODEL  a model at OPENAI_API_BASE, of                    a model in this process
                               EMBEDDING_DIMENSIONS, with OPENAI_API_KEY
              AWS_REGION, …    the AWS SDK's own variables, for dynamodb and s3  as the SDK finds them

            It stops on Ctrl+C, or when the program that started it ends.""";

    private Words() {}

    static String started(String address, Path data, String token) {
        return """

                Knowledge Base is listening on %1$s
                Your documents stay in %2$s

                A token for trying it out, as the administrator "you", for 7 days:

                export KB_TOKEN=%3$s

                Upload a PDF:

                curl -H "Authorization: Bearer %3$s" -F file=@postman/sample.pdf %1$s/documents
                """.formatted(address, data, token);
    }
}
