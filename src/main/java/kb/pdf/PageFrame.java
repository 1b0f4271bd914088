package kb.pdf;

import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The rotated crop box: what a viewer shows of a page.
 *
 * @param fromUser takes user space to points from the frame's top left, y down
 */
record PageFrame(double width, double height, AffineTransform fromUser) {
    static final PageFrame A4 = new PageFrame(595, 842, new AffineTransform(1, 0, 0, -1, 0, 842));

    static PageFrame of(PDPage page) {
        var crop = page.getCropBox();
        double left = crop.getLowerLeftX();
        double bottom = crop.getLowerLeftY();
        double right = crop.getUpperRightX();
        double top = crop.getUpperRightY();
        double width = Rounded.points(right - left);
        double height = Rounded.points(top - bottom);
        if (!(width > 0 && height > 0)) return A4;
        return switch (page.getRotation()) {
            case 90 -> new PageFrame(height, width, new AffineTransform(0, 1, 1, 0, -bottom, -left));
            case 180 -> new PageFrame(width, height, new AffineTransform(-1, 0, 0, 1, right, -bottom));
            case 270 -> new PageFrame(height, width, new AffineTransform(0, -1, -1, 0, top, right));
            default -> new PageFrame(width, height, new AffineTransform(1, 0, 0, -1, -left, top));
        };
    }

    /** False also for what is not a number. */
    boolean shows(double x, double y) {
        return x >= 0 && x <= width && y >= 0 && y <= height;
    }
}
