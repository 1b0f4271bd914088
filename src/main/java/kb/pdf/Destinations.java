package kb.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;

/** Finds the page that something in a file leads to: by itself, or by a name that the file gave to a place (ISO 32000-2, 12.3.2). */
final class Destinations {
    private static final int MOST_NODES = 10_000;
    private static final int MOST_NAMES = 100_000;
    /** From a name to a place there are three steps at most, one of them to another object. */
    private static final int MOST_STEPS = 4;

    private final int pages;
    private final Map<COSDictionary, Integer> numbers = new IdentityHashMap<>();
    private final COSDictionary old;
    private final Map<String, COSBase> names = new HashMap<>();

    Destinations(COSDictionary catalog, List<PDPage> pages) {
        this.pages = pages.size();
        for (int i = 0; i < pages.size(); i++) numbers.putIfAbsent(pages.get(i).getCOSObject(), i + 1);
        var none = new COSDictionary();
        this.old = catalog.getCOSDictionary(COSName.DESTS) instanceof COSDictionary named ? named : none;
        if (catalog.getCOSDictionary(COSName.NAMES) instanceof COSDictionary trees
                && trees.getCOSDictionary(COSName.DESTS) instanceof COSDictionary tree) read(tree);
    }

    private void read(COSDictionary tree) {
        var seen = Collections.<COSDictionary>newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<COSDictionary>();
        open.push(tree);
        while (!open.isEmpty() && seen.size() < MOST_NODES && names.size() < MOST_NAMES) {
            var node = open.pop();
            if (!seen.add(node)) continue;
            if (node.getCOSArray(COSName.NAMES) instanceof COSArray pairs) note(pairs);
            if (node.getCOSArray(COSName.KIDS) instanceof COSArray kids) {
                for (int i = 0; i < Math.min(kids.size(), MOST_NODES); i++)
                    if (kids.getObject(i) instanceof COSDictionary kid) open.push(kid);
            }
        }
    }

    private void note(COSArray pairs) {
        for (int i = 0; i + 1 < pairs.size() && names.size() < MOST_NAMES; i += 2) {
            if (pairs.getObject(i) instanceof COSString name) names.putIfAbsent(text(name), pairs.get(i + 1));
        }
    }

    /** Two are the same when their bytes are. */
    private static String text(COSString name) {
        return new String(name.getBytes(), StandardCharsets.ISO_8859_1);
    }

    /** The number of the page that a bookmark leads to; 0 when that is none of the file's. */
    int page(COSDictionary bookmark) {
        var place = bookmark.getDictionaryObject(COSName.DEST);
        return page(place == null ? byAction(bookmark) : place, MOST_STEPS);
    }

    private static COSBase byAction(COSDictionary bookmark) {
        var action = bookmark.getCOSDictionary(COSName.A);
        return action != null && "GoTo".equals(action.getNameAsString(COSName.S))
                ? action.getDictionaryObject(COSName.D)
                : null;
    }

    private int page(COSBase place, int steps) {
        if (steps == 0) return 0;
        return switch (place) {
            case COSArray array -> array.size() == 0 ? 0 : number(array.getObject(0));
            case COSDictionary holder -> page(holder.getDictionaryObject(COSName.D), steps - 1);
            case COSName name -> page(old.getDictionaryObject(name), steps - 1);
            case COSString name -> page(names.get(text(name)), steps - 1);
            case COSObject reference -> page(reference.getObject(), steps - 1);
            case null, default -> 0;
        };
    }

    /** Some programs give the page's place in the file, from 0 on, instead of the page. */
    private int number(COSBase page) {
        return switch (page) {
            case COSDictionary itself -> numbers.getOrDefault(itself, 0);
            case COSInteger place when place.longValue() >= 0 && place.longValue() < pages -> place.intValue() + 1;
            case null, default -> 0;
        };
    }
}
