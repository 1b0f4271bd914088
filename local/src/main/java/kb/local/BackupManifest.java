package kb.local;

/**
 * What a backup says of itself.
 *
 * @param format of the file; another number is another arrangement
 * @param product version that made it
 * @param madeAt the moment whose state it holds
 * @param documents how many there are whose erasure has not begun
 * @param entries how many files it holds beside this one and their list
 * @param bytes of these files
 * @param entriesSha256 of their list
 */
record BackupManifest(
        int format, String product, String madeAt, long documents, long entries, long bytes, String entriesSha256) {
    static final int FORMAT = 1;
    static final String FILE = "manifest.json";
    static final String ENTRIES = "entries.jsonl";

    String summary() {
        return "%s, %s".formatted(counted(documents, "document"), size(bytes));
    }

    static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    static String size(long bytes) {
        return bytes < 10_000_000 ? (bytes + 999) / 1000 + " kB" : (bytes + 999_999) / 1_000_000 + " MB";
    }
}
