package kb.contained.hostile;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Cross-references, trailers and objects that lead nowhere, in circles, or too far. */
final class StructureBombs {
    private static final int DEEP = 1_000_000;

    private StructureBombs() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("arrays in arrays, a million deep", () -> with("[".repeat(DEEP) + "]".repeat(DEEP)));
        all.put("arrays that never close", () -> with("[".repeat(DEEP)));
        all.put("dictionaries in dictionaries, a million deep", () -> with("<</A ".repeat(DEEP) + ">>".repeat(DEEP)));
        all.put("brackets in a string, a million deep", () -> with("(".repeat(DEEP) + ")".repeat(DEEP)));
        all.put("a name of ten million letters", () -> with("/" + "N".repeat(10_000_000)));
        all.put("a number of a million digits", () -> with("9".repeat(DEEP)));
        all.put(
                "an object that is a reference to itself",
                () -> pages("3 0 R").object("3 0 R").whole());
        all.put("objects that refer to each other in a circle", () -> pages("3 0 R")
                .object("4 0 R")
                .object("5 0 R")
                .object("3 0 R")
                .whole());
        all.put("a table that comes before itself", () -> previous("/Prev %d"));
        all.put("a table that is also its own stream", () -> previous("/Prev %d /XRefStm %1$d"));
        all.put("a hundred thousand tables, one before the other", StructureBombs::tables);
        all.put("a table of two thousand million entries", () -> table("0 2147483647"));
        all.put("a table that begins below zero", () -> table("-5 10"));
        all.put("an object number as large as numbers go", () -> table("2147483647 1\n0000000009 00000 n "));
        all.put("a start beyond the end", () -> RawPdf.bytes("%PDF-1.7\nstartxref\n99999999999\n%%EOF"));
        all.put("a start below zero", () -> RawPdf.bytes("%PDF-1.7\nstartxref\n-1\n%%EOF"));
        all.put("a stream that says it has two thousand million bytes", () -> length("2147483647"));
        all.put("a stream of less than no bytes", () -> length("-1"));
        all.put("a stream whose length is itself", () -> length("4 0 R"));
        all.put("a million objects and no table", StructureBombs::noTable);
        all.put("a million marks of an end", () -> RawPdf.bytes("%PDF-1.7\n" + "%%EOF\n".repeat(1_000_000)));
        all.put(
                "a million streams that never end",
                () -> RawPdf.bytes("%PDF-1.7\n" + "1 0 obj <</Length 9>> stream\n".repeat(1_000_000)));
        all.put("an object stream in itself", () -> objects("/N 1 /First 4 /Extends 4 0 R", "4 0 <</A 1>>"));
        all.put("an object stream of two thousand million objects", () -> objects("/N 2147483647 /First 9", "1 0 2 0"));
        all.put("a cross-reference stream of endless width", () -> references("[2147483647 2147483647 1]"));
        all.put("a cross-reference stream of no width", () -> references("[0 0 0]"));
        all.put("encryption that is not there", () -> pages("[]").whole("/Encrypt 99 0 R"));
        all.put(
                "encryption with keys of endless length",
                () -> pages("[]")
                        .whole(
                                "/Encrypt <</Filter /Standard /V 4 /R 4 /Length 2147483640 /O (o) /U (u) /P -1>> /ID [(a) (b)]"));
        return all;
    }

    private static RawPdf pages(String kids) {
        return new RawPdf()
                .object("<</Type /Catalog /Pages 2 0 R>>")
                .object("<</Type /Pages /Kids %s /Count 1>>".formatted(kids));
    }

    private static byte[] with(String object) {
        return RawPdf.onePage("/Font <</F 5 0 R>>").stream("", "/F 9 Tf")
                .object(object)
                .whole();
    }

    private static byte[] previous(String entry) {
        var pdf = pages("[]");
        return pdf.whole(entry.formatted(pdf.size()));
    }

    private static byte[] tables() {
        var pdf = pages("[]");
        var before = 0;
        for (int i = 0; i < 100_000; i++) {
            var here = pdf.size();
            pdf.append("xref\n0 0\ntrailer\n<</Root 1 0 R /Prev %d>>\n".formatted(before));
            before = here;
        }
        return pdf.whole("/Prev " + before);
    }

    private static byte[] table(String section) {
        var pdf = pages("[]");
        var start = pdf.size();
        return pdf.append("xref\n%s\ntrailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF".formatted(section, start))
                .unfinished();
    }

    private static byte[] length(String length) {
        return RawPdf.onePage("")
                .object("<</Length %s>>\nstream\nBT ET\nendstream".formatted(length))
                .whole();
    }

    private static byte[] noTable() {
        var pdf = new StringBuilder("%PDF-1.7\n");
        for (int i = 1; i < 500_000; i++)
            pdf.append(i).append(" 0 obj<</A ").append(i + 1).append(" 0 R>>endobj\n");
        return RawPdf.bytes(pdf + "trailer <</Root 1 0 R>>");
    }

    private static byte[] objects(String entries, String data) {
        var pdf = RawPdf.onePage("").stream("/Type /ObjStm " + entries, data);
        var start = pdf.size();
        var entry = ByteBuffer.allocate(6).put((byte) 2).putInt(4).put((byte) 0).array();
        return pdf.stream("/Type /XRef /W [1 4 1] /Index [1 1] /Size 6 /Root 1 0 R", entry)
                .append("startxref\n%d\n%%%%EOF".formatted(start))
                .unfinished();
    }

    private static byte[] references(String widths) {
        var pdf = pages("[]");
        var start = pdf.size();
        return pdf.stream("/Type /XRef /Root 1 0 R /Size 1000000000 /W " + widths, "some bytes of it")
                .append("startxref\n%d\n%%%%EOF".formatted(start))
                .unfinished();
    }
}
