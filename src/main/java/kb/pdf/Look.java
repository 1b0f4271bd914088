package kb.pdf;

/**
 * How things are painted, beyond what PDFBox keeps.
 *
 * @param alpha of the groups that are being drawn
 * @param plain whether these groups are laid over what is there as they are, without blending and masks
 * @param textClip the number of the last text that paint comes through, 0 when there is none
 */
record Look(
        InkSpace fillSpace,
        Ink fill,
        InkSpace strokeSpace,
        Ink stroke,
        Clip clip,
        double alpha,
        boolean plain,
        int textClip) {
    static Look first(PageFrame frame) {
        return new Look(InkSpace.GREY, Ink.BLACK, InkSpace.GREY, Ink.BLACK, Clip.of(frame), 1, true, 0);
    }

    Look withFill(InkSpace space, Ink ink) {
        return new Look(space, ink, strokeSpace, stroke, clip, alpha, plain, textClip);
    }

    Look withStroke(InkSpace space, Ink ink) {
        return new Look(fillSpace, fill, space, ink, clip, alpha, plain, textClip);
    }

    Look within(Clip narrower) {
        return new Look(fillSpace, fill, strokeSpace, stroke, narrower, alpha, plain, textClip);
    }

    Look inGroup(double groupAlpha, boolean groupPlain) {
        return new Look(fillSpace, fill, strokeSpace, stroke, clip, alpha * groupAlpha, plain && groupPlain, textClip);
    }

    Look throughText(int text) {
        return new Look(fillSpace, fill, strokeSpace, stroke, clip.unsure(), alpha, plain, text);
    }
}
