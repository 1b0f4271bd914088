package kb.pdf;

import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Tells pictures that let nothing through. */
final class Pictures {
    private static final COSName SHORT_MASK = COSName.getPDFName("IM");
    private static final COSName ALPHA_IN_DATA = COSName.getPDFName("SMaskInData");

    private Pictures() {}

    static boolean isSolid(COSDictionary picture) {
        return !picture.getBoolean(COSName.IMAGE_MASK, SHORT_MASK, false)
                && picture.getInt(ALPHA_IN_DATA, 0) == 0
                && List.of(COSName.SMASK, COSName.MASK).stream().noneMatch(picture::containsKey);
    }
}
