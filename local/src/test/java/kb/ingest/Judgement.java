package kb.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Table;

/** How much of a laid out document was read as it is. */
final class Judgement {
    private static final double SAME_PLACE = 0.8;

    private final Laid laid;
    private final List<Page> pages;
    private final Structure structure;
    private final RunningText text;
    private final Map<String, Score> scores = new LinkedHashMap<>();

    /** @param wrong what was not right, in words */
    record Score(int right, int all, List<String> wrong) {
        Score plus(Score other) {
            var both = new ArrayList<>(wrong);
            both.addAll(other.wrong);
            return new Score(right + other.right, all + other.all, both);
        }
    }

    Judgement(Laid laid, Heard heard) {
        this.laid = laid;
        this.pages = heard.pages();
        this.structure = Structure.of(pages, heard.listed().get());
        this.text = new RunningText(structure, pages);
        for (var flow : laid.flows()) follow(flow);
        for (var head : laid.running()) judge("running heads", !text.toString().contains(head), head);
        words();
        laid.tables().forEach(this::table);
        headings();
        sections();
    }

    Map<String, Score> scores() {
        return scores;
    }

    private void judge(String measure, boolean right, String what) {
        scores.merge(measure, new Score(right ? 1 : 0, 1, right ? List.of() : List.of(what)), Score::plus);
    }

    private void follow(List<String> flow) {
        var last = 0;
        for (var said : flow) {
            var found = text.find(said, last);
            judge("sentences", found >= 0, said);
            if (found < 0) continue;
            judge("order", found >= last, said);
            last = found + said.length();
        }
    }

    private void words() {
        for (int i = 0; i < laid.words().size(); i++) {
            var page = pages.get(i);
            for (var word : laid.words().get(i)) {
                var best = page.words().stream()
                        .filter(read ->
                                word.text().equals(page.text(read.span()).replaceAll("[-\u2010\u2212]+$", "")))
                        .mapToDouble(read -> overlap(word.box(), read.box()))
                        .max();
                judge("boxes", best.orElse(0) >= SAME_PLACE, word.text() + " " + best.orElse(0));
            }
        }
    }

    private static double overlap(Box one, Box other) {
        var wide = Math.min(one.r(), other.r()) - Math.max(one.l(), other.l());
        var tall = Math.min(one.b(), other.b()) - Math.max(one.t(), other.t());
        if (wide <= 0 || tall <= 0) return 0;
        return wide * tall / (area(one) + area(other) - wide * tall);
    }

    private static double area(Box box) {
        return (box.r() - box.l()) * (box.b() - box.t());
    }

    /** Against the table that has the most of it; one that goes on over a page is two, and both count. */
    private void table(List<List<String>> rows) {
        var read = new ArrayList<List<String>>();
        for (var page : pages) for (var table : page.tables()) read.addAll(rows(page, table));
        var from = 0;
        for (var row : rows) {
            var found = from;
            while (found < read.size() && !read.get(found).getFirst().equals(row.getFirst())) found++;
            var cells = found < read.size() ? read.get(found) : List.<String>of();
            if (found < read.size()) from = found + 1;
            for (int i = 0; i < row.size(); i++) {
                var right = i < cells.size() && cells.get(i).equals(row.get(i));
                judge("cells", right, row.get(i) + " of " + row + " in " + cells);
            }
        }
    }

    private static List<List<String>> rows(Page page, Table table) {
        return page.text(table.span())
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** The document's title is a heading too, and no section lies in it. What is taken for a heading and is none counts as wrong. */
    private void headings() {
        var read = new ArrayList<>(structure.headings().headings());
        read.removeIf(heading -> heading.text().equals(laid.title()) && heading.parent() == null);
        for (var heading : laid.headings()) {
            var found = read.stream()
                    .filter(one ->
                            one.number().equals(heading.number()) && one.title().equals(heading.title()))
                    .filter(one -> one.path().equals(heading.path()))
                    .min(Comparator.comparingInt(Heading::page));
            judge("headings", found.isPresent(), heading.title());
            found.ifPresent(read::remove);
        }
        for (var other : read) judge("headings", false, "no heading: " + other.path());
    }

    private void sections() {
        var last = 0;
        var main = laid.flows().getFirst();
        for (int i = 1; i < main.size(); i++) {
            var found = text.find(main.get(i), last);
            if (found < 0) continue;
            last = found + main.get(i).length();
            var above = structure.headings().above(text.page(found), text.place(found));
            var path = above.map(Heading::path).orElse(List.of());
            if (path.equals(List.of(laid.title()))) path = List.of();
            judge("sections", path.equals(laid.section(i)), main.get(i) + " in " + path);
        }
    }
}
