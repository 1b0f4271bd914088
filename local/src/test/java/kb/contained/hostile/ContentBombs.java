package kb.contained.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Content that draws without end, saves without end, or means nothing. */
final class ContentBombs {
    private static final String FONT = "/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>";

    private ContentBombs() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("a hundred million letters", () -> drawn("(" + "x".repeat(10_000) + ") Tj ", 10_000));
        all.put("forty million operators", () -> drawn("BT ET ", 20_000_000));
        all.put("states saved ten million times", () -> drawn("q ", 10_000_000));
        all.put("states restored ten million times", () -> drawn("Q ", 10_000_000));
        all.put("a hundred million numbers and no operator", () -> drawn("1 ", 100_000_000));
        all.put("one string of a hundred million letters", () -> text("(" + "x".repeat(100_000_000) + ") Tj"));
        all.put("one string that never ends", () -> text("(" + "x(".repeat(1_000_000)));
        all.put("arrays in content, a million deep", () -> text("[".repeat(1_000_000)));
        all.put("dictionaries in content, a million deep", () -> text("/A " + "<</A ".repeat(1_000_000) + " BDC"));
        all.put("an inline image that never ends", () -> text("BI /W 9 /H 9 ID " + "x".repeat(1_000_000)));
        all.put(
                "inline images as large as numbers go",
                () -> drawn("BI /W 2147483647 /H 2147483647 /BPC 8 ID xx EI ", 99_999));
        all.put("a matrix of no size", () -> text("0 0 0 0 0 0 cm BT /F 9 Tf (text) Tj ET"));
        all.put(
                "a matrix as large as numbers go",
                () -> text("BT /F 3.4e38 Tf 3e38 0 0 3e38 0 0 Tm (text) Tj ET ".repeat(999)));
        all.put(
                "matrices that multiply without end",
                () -> drawn("9e9 0 0 9e9 9 9 cm BT /F 9 Tf (text) Tj ET ", 50_000));
        all.put("numbers that are none", () -> text("BT /F 9 Tf --5 .-.1 Td +-9 NaN 1e999 Td (text) Tj ET"));
        all.put(
                "operators with too few, too many and the wrong operands",
                () -> text("Tj Tm 1 Tf (a) (b) Tf /F Tj [1] Tj << >> TJ BT ET"));
        all.put("words that all stand at one place", () -> drawn("BT /F 9 Tf 1 0 0 1 50 50 Tm (word) Tj ET ", 100_000));
        all.put("words that all stand somewhere else", ContentBombs::scattered);
        all.put("content that is a thousand streams", ContentBombs::parts);
        all.put("a million operators nobody knows", () -> drawn("xyzzy ", 1_000_000));
        return all;
    }

    private static byte[] text(String content) {
        return RawPdf.onePage(FONT).deflated("", RawPdf.bytes(content)).whole();
    }

    private static byte[] drawn(String part, int times) {
        var bytes = RawPdf.bytes("BT /F 9 Tf ");
        var repeated = RawPdf.bytes(part.repeat(Math.min(times, 1_000)));
        var all = RawPdf.deflated(repeated, Math.max(1, times / 1_000));
        return times < 1_000
                ? text(new String(bytes) + part.repeat(times))
                : RawPdf.onePage(FONT).stream("/Filter /FlateDecode", all).whole();
    }

    private static byte[] scattered() {
        var content = new StringBuilder("BT /F 1 Tf ");
        for (int i = 0; i < 400_000; i++)
            content.append("1 0 0 1 %d %d Tm (w) Tj ".formatted(i * 7919 % 600, i * 104_729 % 800));
        return text(content + "ET");
    }

    private static byte[] parts() {
        var pdf = RawPdf.onePage(FONT);
        pdf.object("[" + "5 0 R ".repeat(1_000) + "]");
        return pdf.stream("/Filter /FlateDecode", RawPdf.deflated(RawPdf.bytes(" ".repeat(1_000_000)), 15))
                .whole();
    }
}
