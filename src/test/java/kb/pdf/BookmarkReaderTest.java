package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kb.pages.Bookmarks;
import kb.pages.Bookmarks.Bookmark;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookmarkReaderTest {
    private final PDDocument document = new PDDocument();
    private final List<PDPage> pages = new ArrayList<>();
    private final COSDictionary catalog = document.getDocumentCatalog().getCOSObject();

    @BeforeEach
    void threePages() {
        for (int i = 0; i < 3; i++) pages.add(new PDPage());
    }

    private Bookmarks read(COSDictionary first) {
        var outlines = new COSDictionary();
        outlines.setItem(COSName.FIRST, first);
        catalog.setItem(COSName.OUTLINES, outlines);
        return BookmarkReader.of(document, pages);
    }

    private static COSDictionary item(String title, COSBase destination) {
        var item = new COSDictionary();
        item.setString(COSName.TITLE, title);
        item.setItem(COSName.DEST, destination);
        return item;
    }

    private static COSDictionary linked(COSName by, COSDictionary... items) {
        for (int i = 1; i < items.length; i++) items[i - 1].setItem(by, items[i]);
        return items[0];
    }

    private COSArray page(int number) {
        return array(pages.get(number - 1).getCOSObject());
    }

    private static COSArray array(COSBase... items) {
        return new COSArray(List.of(items));
    }

    private static COSDictionary holding(COSName name, COSBase value) {
        var dictionary = new COSDictionary();
        dictionary.setItem(name, value);
        return dictionary;
    }

    @Test
    void titles_come_in_order_with_level_and_page() {
        var tea = item("Tea", page(1));
        tea.setItem(COSName.FIRST, linked(COSName.NEXT, item("Green", page(2)), item("Black", page(2))));
        var found = read(linked(COSName.NEXT, tea, item("Coffee", page(3))));
        assertEquals(
                new Bookmarks(
                        List.of(
                                new Bookmark(1, 1, "Tea"),
                                new Bookmark(2, 2, "Green"),
                                new Bookmark(2, 2, "Black"),
                                new Bookmark(1, 3, "Coffee")),
                        true),
                found);
    }

    @Test
    void a_place_may_be_told_in_each_of_the_ways_that_a_file_has() {
        catalog.setItem(COSName.DESTS, holding(COSName.getPDFName("old"), page(2)));
        var leaf = holding(
                COSName.NAMES, array(new COSString("a"), page(1), new COSString("new"), holding(COSName.D, page(3))));
        catalog.setItem(COSName.NAMES, holding(COSName.DESTS, holding(COSName.KIDS, array(leaf))));
        var action = holding(COSName.D, new COSString("new"));
        action.setName(COSName.S, "GoTo");
        var acting = item("by an action", null);
        acting.setItem(COSName.A, action);
        var found = read(linked(
                COSName.NEXT,
                item("by a name of old", COSName.getPDFName("old")),
                item("by a name", new COSString("new")),
                item("by its place", array(COSInteger.get(1))),
                acting));
        assertEquals(
                List.of(2, 3, 2, 3), found.items().stream().map(Bookmark::page).toList());
    }

    @Test
    void what_leads_nowhere_has_no_page() {
        var away = holding(COSName.D, page(1));
        away.setName(COSName.S, "GoToR");
        var elsewhere = item("another file", null);
        elsewhere.setItem(COSName.A, away);
        catalog.setItem(COSName.DESTS, holding(COSName.getPDFName("loop"), COSName.getPDFName("loop")));
        var found = read(linked(
                COSName.NEXT,
                item("nothing", null),
                item("no name of ours", new COSString("gone")),
                item("a name of itself", COSName.getPDFName("loop")),
                item("an empty place", array()),
                item("a page of no file", array(new COSDictionary())),
                item("page four of three", array(COSInteger.get(3))),
                item("a page before the first", array(COSInteger.get(-1))),
                elsewhere));
        assertEquals(8, found.items().size());
        assertEquals(0, found.items().stream().mapToInt(Bookmark::page).sum());
    }

    @Test
    void titles_are_one_line_of_what_can_be_seen() {
        var found = read(linked(
                COSName.NEXT,
                item("A\u0000\u202e \n\t b", page(1)),
                item(" \u0007", page(1)),
                item("ab".repeat(1_000_000), page(1))));
        assertEquals(
                List.of("A b", "ab".repeat(Bookmarks.LONGEST_TITLE / 2)),
                found.items().stream().map(Bookmark::title).toList());
    }

    @Test
    void one_that_comes_again_is_left_out_and_that_is_told() {
        var own = item("mine", page(1));
        own.setItem(COSName.NEXT, own);
        own.setItem(COSName.FIRST, own);
        assertEquals(new Bookmarks(List.of(new Bookmark(1, 1, "mine")), false), read(own));
        var one = item("one", page(1));
        var other = linked(COSName.NEXT, item("other", page(2)), one);
        one.setItem(COSName.FIRST, other);
        assertEquals(new Bookmarks(List.of(new Bookmark(1, 1, "one"), new Bookmark(2, 2, "other")), false), read(one));
    }

    @Test
    void there_is_an_end_to_their_number_and_their_depth() {
        var wide = read(linked(COSName.NEXT, many(Bookmarks.MOST + 1)));
        assertEquals(Bookmarks.MOST, wide.items().size());
        assertEquals(false, wide.complete());
        var deep = read(linked(COSName.FIRST, many(1_000)));
        assertEquals(Bookmarks.DEEPEST, deep.items().getLast().level());
        assertEquals(false, deep.complete());
        assertEquals(true, read(linked(COSName.NEXT, many(Bookmarks.MOST - 1))).complete());
    }

    private COSDictionary[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> item("item " + i, page(1)))
                .toArray(COSDictionary[]::new);
    }

    @Test
    void names_in_a_tree_without_end_are_found_as_far_as_it_goes() {
        var tree = holding(COSName.NAMES, array(new COSString("here"), page(2), new COSString("half")));
        tree.setItem(COSName.KIDS, array(tree, tree, new COSString("no kid")));
        catalog.setItem(COSName.NAMES, holding(COSName.DESTS, tree));
        assertEquals(
                List.of(new Bookmark(1, 2, "named")),
                read(item("named", new COSString("here"))).items());
    }

    @Test
    void bytes_that_are_no_text_are_a_name_all_the_same() {
        var name = "\u00fe\u00ff\u0000a".getBytes(StandardCharsets.ISO_8859_1);
        var tree = holding(COSName.NAMES, array(new COSString(name), page(3)));
        catalog.setItem(COSName.NAMES, holding(COSName.DESTS, tree));
        assertEquals(
                List.of(new Bookmark(1, 3, "named")),
                read(item("named", new COSString(name))).items());
    }

    @Test
    void a_file_without_an_outline_or_with_one_of_no_sense_lists_nothing() {
        assertEquals(Bookmarks.NONE, BookmarkReader.of(document, pages));
        catalog.setItem(COSName.OUTLINES, new COSString("Tea, Coffee"));
        assertEquals(Bookmarks.NONE, BookmarkReader.of(document, pages));
        catalog.setItem(COSName.OUTLINES, holding(COSName.FIRST, new COSString("Tea")));
        assertEquals(Bookmarks.NONE, BookmarkReader.of(document, pages));
    }
}
