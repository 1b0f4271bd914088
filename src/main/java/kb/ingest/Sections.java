package kb.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Which section lies in which: told by numbers where both headings have one, else by size and weight. */
final class Sections {
    private static final double SAME = 1.04;

    private final List<HeadingCandidate> candidates;
    private final int first;

    /** @param candidates the headings in order, the document's title among them */
    Sections(List<HeadingCandidate> candidates) {
        this.candidates = candidates;
        this.first = titles();
    }

    private record Open(HeadingCandidate candidate, int depth, Heading heading) {}

    List<Heading> headings() {
        var headings = new ArrayList<Heading>();
        var open = new ArrayDeque<Open>();
        for (int i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            var numbering = Numbering.of(candidate.text());
            if (i == first) open.clear();
            while (!open.isEmpty() && !holds(open.peek(), candidate, numbering.depth())) open.pop();
            var parent = open.isEmpty() ? null : open.peek().heading();
            var heading = new Heading(candidate.page(), candidate.span(), numbering.text(), numbering.rest(), parent);
            open.push(new Open(candidate, numbering.depth(), heading));
            headings.add(heading);
        }
        return headings;
    }

    private static boolean holds(Open outer, HeadingCandidate inner, int depth) {
        if (outer.depth() > 0 && depth > 0) return outer.depth() < depth;
        var outside = outer.candidate();
        if (outside.height() > SAME * inner.height()) return true;
        return outside.height() * SAME >= inner.height() && outside.bold() && !inner.bold();
    }

    /** How many of the first headings are the document's title and what stands under it: no section lies in these. */
    private int titles() {
        if (candidates.isEmpty() || !standsAlone(candidates.getFirst())) return 0;
        var count = 1;
        while (count + 1 < candidates.size() && isSubtitle(count)) count++;
        return count;
    }

    private boolean standsAlone(HeadingCandidate title) {
        return title.page() == 1
                && Numbering.of(title.text()).depth() == 0
                && candidates.stream().allMatch(other -> other == title || other.height() * SAME < title.height());
    }

    /** It follows the title without text between, is followed by a heading in the same way, and no other looks like it. */
    private boolean isSubtitle(int place) {
        var candidate = candidates.get(place);
        return follows(candidates.get(place - 1), candidate)
                && follows(candidate, candidates.get(place + 1))
                && Numbering.of(candidate.text()).depth() == 0
                && candidates.stream()
                                .filter(other -> looksLike(candidate, other))
                                .count()
                        == 1;
    }

    private static boolean follows(HeadingCandidate above, HeadingCandidate below) {
        return above.page() == below.page()
                && above.span().end() + 2 == below.span().start();
    }

    private static boolean looksLike(HeadingCandidate one, HeadingCandidate other) {
        return one.bold() == other.bold()
                && Math.max(one.height(), other.height()) < SAME * Math.min(one.height(), other.height());
    }
}
