package kb.local;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file in a backup.
 *
 * @param attributes what the S3 server keeps beside an object, such as its media type
 */
record BackupEntry(String name, long bytes, String sha256, Map<String, byte[]> attributes) {
    static final String DATABASE = "kb.db";
    static final String OBJECTS = "objects/";

    private static final Pattern NAME =
            Pattern.compile("kb\\.db|jwt-secret|s3-credentials|objects(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}){2,8}");

    BackupEntry {
        attributes = Map.copyOf(attributes);
    }

    /** Whether backups have such an entry: none leads out of the folder it is restored to. */
    boolean isKnown() {
        return NAME.matcher(name).matches();
    }
}
