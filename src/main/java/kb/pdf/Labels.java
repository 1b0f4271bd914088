package kb.pdf;

import java.util.ArrayList;
import java.util.List;
import kb.pages.About;
import kb.pages.PageLabels;
import kb.pages.PageLabels.Range;
import kb.pages.PageLabels.Style;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;

/** Reads what a file calls its pages. */
final class Labels {
    private static final Range AS_COUNTED = new Range(1, "", Style.DECIMAL, 1);

    private Labels() {}

    /** None where that is damaged, says no more than the pages' numbers, or never ends: the pages are read all the same. */
    static PageLabels of(PDDocument document, int pages) {
        try {
            return PdfBoxReader.attempt(() -> {
                var labels = document.getDocumentCatalog().getPageLabels();
                if (labels == null) return PageLabels.NONE;
                var ranges = new ArrayList<Range>();
                for (int index = 0; index < pages; index++) {
                    var range = labels.getPageLabelRange(index);
                    if (range != null) ranges.add(range(index + 1, range));
                    if (ranges.size() > PageLabels.MOST_RANGES) return PageLabels.NONE;
                }
                return ranges.equals(List.of(AS_COUNTED)) ? PageLabels.NONE : new PageLabels(ranges);
            });
        } catch (Refused damaged) {
            return PageLabels.NONE;
        }
    }

    private static Range range(int page, PDPageLabelRange range) {
        var prefix = range.getPrefix() == null ? "" : range.getPrefix();
        var seen = prefix.isBlank() ? "" : About.line(prefix).orElse("");
        var end = seen.offsetByCodePoints(
                0, Math.min(PageLabels.LONGEST_PREFIX / 2, seen.codePointCount(0, seen.length())));
        return new Range(
                page, seen.substring(0, end), style(range), Math.clamp(range.getStart(), 1, PageLabels.HIGHEST));
    }

    private static Style style(PDPageLabelRange range) {
        return switch (range.getStyle()) {
            case PDPageLabelRange.STYLE_DECIMAL -> Style.DECIMAL;
            case PDPageLabelRange.STYLE_ROMAN_UPPER -> Style.ROMAN;
            case PDPageLabelRange.STYLE_ROMAN_LOWER -> Style.SMALL_ROMAN;
            case PDPageLabelRange.STYLE_LETTERS_UPPER -> Style.LETTERS;
            case PDPageLabelRange.STYLE_LETTERS_LOWER -> Style.SMALL_LETTERS;
            case null, default -> Style.NONE;
        };
    }
}
