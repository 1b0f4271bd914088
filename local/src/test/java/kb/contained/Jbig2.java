package kb.contained;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pictures in black and white as JBIG2 has them: one region, its rows coded as those of a fax. */
final class Jbig2 {
    private static final int PAGE = 48;
    private static final int GENERIC_REGION = 38;
    private static final int AS_A_FAX = 1;

    private Jbig2() {}

    static PDImageXObject of(PDDocument document, BufferedImage picture) throws IOException {
        var white = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        white.createGraphics().drawImage(picture, 0, 0, null);
        var fax = CCITTFactory.createFromImage(document, white).getCOSObject().createRawInputStream();
        var stream = new PDStream(document);
        try (var out = stream.getCOSObject().createRawOutputStream()) {
            out.write(segment(0, PAGE, page(white)));
            out.write(segment(1, GENERIC_REGION, region(white, fax.readAllBytes())));
        }
        var image = new PDImageXObject(stream, null);
        image.getCOSObject().setItem(COSName.FILTER, COSName.JBIG2_DECODE);
        image.getCOSObject().setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        image.setBitsPerComponent(1);
        image.setWidth(white.getWidth());
        image.setHeight(white.getHeight());
        return image;
    }

    private static byte[] segment(int number, int type, byte[] data) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(number);
        out.writeByte(type);
        out.writeByte(0); // refers to no other
        out.writeByte(1); // of page 1
        out.writeInt(data.length);
        out.write(data);
        return bytes.toByteArray();
    }

    private static byte[] page(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(picture.getWidth());
        out.writeInt(picture.getHeight());
        out.writeLong(0); // of no known resolution
        out.writeByte(0); // white where nothing is
        out.writeShort(0); // in one piece
        return bytes.toByteArray();
    }

    private static byte[] region(BufferedImage picture, byte[] fax) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(picture.getWidth());
        out.writeInt(picture.getHeight());
        out.writeLong(0); // from the page's corner on
        out.writeByte(0); // laid over what is there
        out.writeByte(AS_A_FAX);
        out.write(fax);
        return bytes.toByteArray();
    }
}
