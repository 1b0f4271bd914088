package kb.contained.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Files that mean harm, by what they do. */
public final class Bombs {
    private Bombs() {}

    public static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.putAll(TreeBombs.all());
        all.putAll(StructureBombs.all());
        all.putAll(OutlineBombs.all());
        all.putAll(ContentBombs.all());
        all.putAll(FormBombs.all());
        all.putAll(StreamBombs.all());
        all.putAll(FontBombs.all());
        all.putAll(MutatedFiles.all());
        return all;
    }
}
