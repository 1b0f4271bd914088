package kb.pdf;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Tells pictures that let nothing through, and those that can't be read. */
final class Pictures {
    private static final COSName SHORT_MASK = COSName.getPDFName("IM");
    private static final COSName ALPHA_IN_DATA = COSName.getPDFName("SMaskInData");

    private Pictures() {}

    /** Whether it is in JPEG 2000, which nothing here can read. */
    static boolean isUnreadable(COSDictionary picture) {
        var filter = picture.getDictionaryObject(COSName.FILTER, COSName.F);
        return COSName.JPX_DECODE.equals(filter)
                || filter instanceof COSArray several && several.toList().contains(COSName.JPX_DECODE);
    }

    static boolean isSolid(COSDictionary picture) {
        return !picture.getBoolean(COSName.IMAGE_MASK, SHORT_MASK, false)
                && picture.getInt(ALPHA_IN_DATA, 0) == 0
                && List.of(COSName.SMASK, COSName.MASK).stream().noneMatch(picture::containsKey);
    }
}
