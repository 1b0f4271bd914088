package kb.pdf;

import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** Tells heavy fonts: by their name, else by what their descriptor says. */
final class Weight {
    private static final Pattern HEAVY =
            Pattern.compile("(?i).*(bold|black|heavy|[-, ]demi|[-,]bd\\b|[-,]b(i|oldit)?$).*|(.{6}\\+)?CMB.*");
    private static final double SEMIBOLD = 600;
    private static final double THICK = 130;
    private static final double TOO_THICK = 400;

    private Weight() {}

    /** @param descriptor null for a font that has none */
    static boolean isBold(String name, PDFontDescriptor descriptor) {
        if (name != null && HEAVY.matcher(name).matches()) return true;
        if (descriptor == null) return false;
        if (descriptor.isForceBold() || descriptor.getFontWeight() >= SEMIBOLD) return true;
        return descriptor.getStemV() >= THICK && descriptor.getStemV() < TOO_THICK;
    }
}
