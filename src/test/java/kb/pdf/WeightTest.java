package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTest {
    @ParameterizedTest
    @CsvSource({
        "Helvetica-Bold, true",
        "ABCDEF+Arial-BoldMT, true",
        "Arial-Black, true",
        "FRUTIGER-HEAVY, true",
        "LibreBaskerville-SemiBold, true",
        "Futura-Demi, true",
        "CMBX10, true",
        "XYZABC+CMBX12, true",
        "Helvetica, false",
        "CMR10, false",
        "Garamond-Italic, false",
        "Democratica, false",
    })
    void a_font_s_name_tells(String name, boolean bold) {
        assertEquals(bold, Weight.isBold(name, null));
    }

    @ParameterizedTest
    @CsvSource({"700, 80, true", "600, 0, true", "400, 88, false", "0, 140, true", "0, 129, false", "0, 500, false"})
    void else_its_descriptor(float weight, float stem, boolean bold) {
        var descriptor = new PDFontDescriptor(new COSDictionary());
        descriptor.setFontWeight(weight);
        descriptor.setStemV(stem);
        assertEquals(bold, Weight.isBold("F1", descriptor));
    }
}
