package kb.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import kb.Evaluation;
import kb.ingest.Chunker;
import kb.local.LocalEmbeddings;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pdf.PdfBoxReader;

/** Any number of chunks much like those of the evaluation's documents: real texts in new pairs, real vectors a little off. */
final class Realistic {
    static final int CHUNKS_A_DOCUMENT = 50;
    private static final int DIMENSIONS = 384;
    /** Two such neighbours have a cosine of about 0.8, as two chunks about the same thing have. */
    private static final double NOISE = 0.5 / Math.sqrt(DIMENSIONS);

    private final List<Chunk> texts;
    private final List<float[]> vectors;
    private final Analyser analyser = new Analyser();

    private Realistic(List<Chunk> texts, List<float[]> vectors) {
        this.texts = texts;
        this.vectors = vectors;
    }

    /** @param folder where the vectors are, or will be after the first time, which takes a minute or more */
    static Realistic read(Path folder) throws IOException {
        var texts = new ArrayList<Chunk>();
        for (var pdf : pdfs()) {
            var pages = new ArrayList<Page>();
            new PdfBoxReader().read(pdf, 1, (page, _) -> pages.add(page));
            texts.addAll(new Chunker(225, Tokens::estimate).chunks(new UUID(0, texts.size()), Optional.empty(), pages));
        }
        var kept = folder.resolve("vectors-%08x".formatted(contents(texts).hashCode()));
        if (!Files.exists(kept)) embed(texts, kept);
        return new Realistic(texts, vectors(kept, texts.size()));
    }

    private static List<String> contents(List<Chunk> texts) {
        return texts.stream().map(Chunk::searched).toList();
    }

    private static List<Path> pdfs() throws IOException {
        try (var articles = Files.list(Evaluation.folder().resolve("retrieval/pdfs"));
                var filings = Files.list(Evaluation.folder().resolve("financial/pdfs"))) {
            return Stream.concat(articles, filings).sorted().toList();
        }
    }

    private static void embed(List<Chunk> texts, Path kept) throws IOException {
        Files.createDirectories(kept.getParent());
        var unfinished = Files.createTempFile(kept.getParent(), "vectors", null);
        try (var embeddings = new LocalEmbeddings(2);
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            for (int at = 0; at < texts.size(); at += 50) {
                var some = texts.subList(at, Math.min(texts.size(), at + 50));
                for (var vector : embeddings.passages(contents(some)))
                    for (var value : vector.toArray()) out.writeFloat(value);
            }
        }
        Files.move(unfinished, kept);
    }

    private static List<float[]> vectors(Path kept, int count) throws IOException {
        var vectors = new ArrayList<float[]>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(kept)))) {
            for (int n = 0; n < count; n++) {
                var vector = new float[DIMENSIONS];
                for (int i = 0; i < DIMENSIONS; i++) vector[i] = in.readFloat();
                vectors.add(vector);
            }
        }
        return vectors;
    }

    int originals() {
        return texts.size();
    }

    /** The same every time. */
    IndexedChunk chunk(int number) {
        var random = new Random(number);
        var one = random.nextInt(texts.size());
        var first = texts.get(one);
        var second = texts.get(random.nextInt(texts.size()));
        var text = half(first.text(), 0) + " " + half(second.text(), 1);
        var document = document(number / CHUNKS_A_DOCUMENT);
        var chunk = new Chunk(
                new UUID(document.getLeastSignificantBits(), number),
                document,
                number % CHUNKS_A_DOCUMENT,
                1 + number % CHUNKS_A_DOCUMENT / 4,
                new kb.pages.Span(1_000 * (number % 4), 1_000 * (number % 4) + text.length()),
                first.section(),
                text,
                first.boxes());
        return new IndexedChunk(chunk, analyser.tokens(text), vector(one, random));
    }

    static UUID document(int number) {
        return new UUID(0x7000, number);
    }

    private static String half(String text, int which) {
        var middle = text.length() / 2;
        return which == 0 ? text.substring(0, middle) : text.substring(middle);
    }

    /** Of a question about one of the originals. */
    Vector question(int number) {
        var random = new Random(-1 - number);
        return vector(random.nextInt(vectors.size()), random);
    }

    private Vector vector(int original, Random random) {
        var values = vectors.get(original).clone();
        for (int i = 0; i < values.length; i++) values[i] += (float) (NOISE * random.nextGaussian());
        return Vector.of(values);
    }
}
