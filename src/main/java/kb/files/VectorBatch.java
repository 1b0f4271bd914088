package kb.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Embeddings of some consecutive chunks as they are stored, so that none is computed or paid for twice.
 *
 * @param model that made them
 * @param digest of the texts they stand for
 */
public record VectorBatch(String model, String digest, List<float[]> vectors) {
    public static VectorBatch of(String model, List<String> texts, List<float[]> vectors) {
        return new VectorBatch(model, digest(texts), List.copyOf(vectors));
    }

    /** Whether these are what the model makes of the texts. */
    public boolean standsFor(String otherModel, List<String> texts) {
        return model.equals(otherModel) && digest.equals(digest(texts)) && vectors.size() == texts.size();
    }

    private static String digest(List<String> texts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var text : texts) {
                hash.update(text.getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0xff); // in no UTF-8 text, so that no two lists run together alike
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public byte[] written() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(model);
            out.writeUTF(digest);
            out.writeInt(vectors.size());
            for (var vector : vectors) {
                out.writeInt(vector.length);
                for (var value : vector) out.writeFloat(value);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    /** No more than there is: what is spoiled must not ask for gigabytes. */
    private static int length(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > in.available() / Float.BYTES) throw new EOFException();
        return length;
    }

    /** @throws UncheckedIOException when it is spoilt */
    public static VectorBatch read(byte[] stored) {
        try (var in = new DataInputStream(new ByteArrayInputStream(stored))) {
            var model = in.readUTF();
            var digest = in.readUTF();
            var count = in.readInt();
            var vectors = new ArrayList<float[]>();
            for (int i = 0; i < count; i++) {
                var vector = new float[length(in)];
                for (int place = 0; place < vector.length; place++) vector[place] = in.readFloat();
                vectors.add(vector);
            }
            return new VectorBatch(model, digest, vectors);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
