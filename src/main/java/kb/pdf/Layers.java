package kb.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Optional content: which of it a viewer shows when the file is opened.
 *
 * @param base whether groups are shown that are in neither list
 */
record Layers(boolean base, Set<COSDictionary> on, Set<COSDictionary> off, Set<String> intents) {
    private static final COSName VISIBILITY = COSName.getPDFName("VE");
    private static final COSName INTENT = COSName.getPDFName("Intent");
    private static final Set<String> VIEW = Set.of("View");
    private static final int DEEPEST = 20;
    private static final int MOST_ASKED = 1_000;

    /** @param catalog null in a file without one */
    static Layers of(COSDictionary catalog) {
        var properties = catalog == null ? null : catalog.getCOSDictionary(COSName.OCPROPERTIES);
        var usual = properties == null ? null : properties.getCOSDictionary(COSName.D);
        if (usual == null) return new Layers(true, Set.of(), Set.of(), VIEW);
        var base = !COSName.OFF.equals(usual.getDictionaryObject(COSName.BASE_STATE));
        return new Layers(base, groups(usual, COSName.ON), groups(usual, COSName.OFF), intents(usual));
    }

    private static Set<COSDictionary> groups(COSDictionary of, COSName name) {
        var groups = Collections.<COSDictionary>newSetFromMap(new IdentityHashMap<>());
        groups.addAll(dictionaries(of.getDictionaryObject(name)));
        return groups;
    }

    private static List<COSDictionary> dictionaries(COSBase one) {
        if (one instanceof COSDictionary dictionary) return List.of(dictionary);
        var all = new ArrayList<COSDictionary>();
        if (one instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) if (array.getObject(i) instanceof COSDictionary each) all.add(each);
        }
        return all;
    }

    private static Set<String> intents(COSDictionary of) {
        var intent = of.getDictionaryObject(INTENT);
        if (intent instanceof COSName name) return Set.of(name.getName());
        if (!(intent instanceof COSArray array)) return VIEW;
        var intents = new ArrayList<String>();
        for (int i = 0; i < array.size(); i++) intents.add(array.getName(i, ""));
        return Set.copyOf(intents);
    }

    /** @param content a group or what says how several belong together; anything else is shown */
    boolean show(COSBase content) {
        if (!(content instanceof COSDictionary dictionary)) return true;
        if (!COSName.OCMD.equals(dictionary.getDictionaryObject(COSName.TYPE))) return isOn(dictionary);
        if (dictionary.getDictionaryObject(VISIBILITY) instanceof COSArray expression)
            return isTrue(expression, 0, new AtomicInteger());
        var states = dictionaries(dictionary.getDictionaryObject(COSName.OCGS)).stream()
                .map(this::isOn)
                .toList();
        if (states.isEmpty()) return true;
        return switch (dictionary.getNameAsString(COSName.P, "AnyOn")) {
            case "AllOn" -> !states.contains(false);
            case "AnyOff" -> states.contains(false);
            case "AllOff" -> !states.contains(true);
            default -> states.contains(true);
        };
    }

    private boolean isOn(COSDictionary group) {
        if (!intents.contains("All") && Collections.disjoint(intents, intents(group))) return true;
        return base ? !off.contains(group) : on.contains(group);
    }

    /** An expression may hold itself, many times: what asks too much is shown. */
    private boolean isTrue(COSBase expression, int depth, AtomicInteger asked) {
        if (expression instanceof COSDictionary group) return isOn(group);
        if (!(expression instanceof COSArray array) || array.size() < 2) return true;
        if (depth > DEEPEST || asked.incrementAndGet() > MOST_ASKED) return true;
        var parts = IntStream.range(1, array.size()).mapToObj(array::getObject);
        return switch (array.getName(0, "")) {
            case "Not" -> !isTrue(array.getObject(1), depth + 1, asked);
            case "And" -> parts.allMatch(part -> isTrue(part, depth + 1, asked));
            case "Or" -> parts.anyMatch(part -> isTrue(part, depth + 1, asked));
            default -> true;
        };
    }
}
