package kb.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** What a font of a page looks like and what its codes say: each is looked up once. */
final class FontReading {
    private static final int USUAL = 256;

    private final PDFont font;
    private final GlyphList glyphNames;
    private final FontShape shape;
    private final Meaning[] usual = new Meaning[USUAL];
    private final Map<Integer, Meaning> others = new HashMap<>();

    FontReading(PDFont font, GlyphList glyphNames) throws IOException {
        this.font = font;
        this.glyphNames = glyphNames;
        this.shape = FontShape.of(font);
    }

    /** @param garbled whether the file tells none that could be read */
    record Meaning(String text, boolean garbled) {}

    FontShape shape() {
        return shape;
    }

    Meaning meaning(int code) throws IOException {
        var known = code >= 0 && code < USUAL ? usual[code] : others.get(code);
        if (known != null) return known;
        var told = font.toUnicode(code, glyphNames);
        var meaning = new Meaning(Characters.clean(told == null ? guess(code) : told), Characters.isGarbled(told));
        if (code >= 0 && code < USUAL) usual[code] = meaning;
        else others.put(code, meaning);
        return meaning;
    }

    private String guess(int code) {
        return font instanceof PDSimpleFont ? Character.toString((char) code) : "";
    }
}
