package kb.histories;

import java.util.List;
import java.util.stream.IntStream;
import kb.documents.Document;

/** The few PDFs that histories are about: each page is a chunk, except that an empty page is none. */
final class Contents {
    private static final List<Integer> PAGES = List.of(1, 2, 33, 0);

    private static final List<byte[]> PDFS =
            IntStream.rangeClosed(0, PAGES.size()).mapToObj(Contents::made).toList();

    private Contents() {}

    static boolean broken(int content) {
        return content == PAGES.size();
    }

    static int chunks(int content) {
        return broken(content) ? 0 : PAGES.get(content);
    }

    static byte[] pdf(int content) {
        return PDFS.get(content).clone();
    }

    private static byte[] made(int content) {
        if (broken(content)) return "%PDF-broken:".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var pages = new String[Math.max(1, PAGES.get(content))];
        for (int page = 0; page < pages.length; page++) pages[page] = text(content, page);
        return TextReader.pdf(pages);
    }

    private static String text(int content, int page) {
        return chunks(content) == 0 ? "" : "Mill number %d of river %d grinds corn.".formatted(page, content);
    }

    /** Which content a chunk's text is from, behind the title of its document. */
    static int ofText(String text) {
        return Integer.parseInt(text.replaceAll("(?s).*river (\\d+) .*", "$1"));
    }

    /** Which content a document has: no two are of the same length. */
    static int of(Document document) {
        for (int content = 0; content < PDFS.size(); content++) {
            if (PDFS.get(content).length == document.source().sizeBytes()) return content;
        }
        throw new IllegalArgumentException("none of ours");
    }
}
