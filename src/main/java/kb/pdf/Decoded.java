package kb.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kb.ingest.PdfReader.Reason;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/** Measures content streams before they are run: what a few bytes say over and over must not fill the memory. */
final class Decoded {
    /** Deflate makes at most 1,032 bytes of one. */
    private static final int MOST_OF_A_BYTE = 1032;

    private static final int HARMLESS = 16_000_000;

    /** What comes of these is a picture: no page draws text with it, and none is ever decoded. */
    private static final Set<COSName> PICTURES = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION);

    private Decoded() {}

    /** @param contents a stream or an array of them */
    static void check(COSBase contents, Budget budget) throws IOException {
        if (contents instanceof COSStream stream) {
            check(stream, budget);
        } else if (contents instanceof COSArray streams) {
            for (int i = 0; i < streams.size(); i++) {
                if (streams.getObject(i) instanceof COSStream stream) check(stream, budget);
            }
        }
    }

    private static void check(COSStream stream, Budget budget) throws IOException {
        var filters = filters(stream);
        var raw = stream.getLength();
        if (filters.size() <= 1 && raw * MOST_OF_A_BYTE <= HARMLESS) return;
        if (filters.isEmpty()) {
            budget.decoded((int) Math.min(raw, Integer.MAX_VALUE));
            return;
        }
        try (var encoded = stream.createRawInputStream()) {
            decode(encoded, stream, filters, budget);
        }
    }

    /** Only what comes of the last filter may be thrown away; each is counted. */
    private static void decode(InputStream encoded, COSStream stream, List<Filter> filters, Budget budget)
            throws IOException {
        var input = encoded;
        for (int i = 0; i < filters.size() - 1; i++) {
            var between = new ByteArrayOutputStream();
            filters.get(i).decode(input, new Counted(between, budget), stream, i);
            input = new ByteArrayInputStream(between.toByteArray());
        }
        filters.getLast()
                .decode(input, new Counted(OutputStream.nullOutputStream(), budget), stream, filters.size() - 1);
    }

    /** As PDFBox applies them: each once. */
    private static List<Filter> filters(COSStream stream) throws IOException {
        var filters = new ArrayList<Filter>();
        for (var name : names(stream.getFilters())) {
            if (PICTURES.contains(name)) throw new Refused(Reason.DAMAGED);
            var filter = FilterFactory.INSTANCE.getFilter(name);
            if (!filters.contains(filter)) filters.add(filter);
        }
        return filters;
    }

    private static List<COSName> names(COSBase filters) {
        if (filters instanceof COSName name) return List.of(name);
        var names = new ArrayList<COSName>();
        if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) if (array.getObject(i) instanceof COSName name) names.add(name);
        }
        return names;
    }

    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private final Budget budget;

        Counted(OutputStream out, Budget budget) {
            this.out = out;
            this.budget = budget;
        }

        @Override
        public void write(int one) throws IOException {
            budget.decoded(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            budget.decoded(length);
            out.write(bytes, from, length);
        }
    }
}
