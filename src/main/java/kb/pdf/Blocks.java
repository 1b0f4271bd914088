package kb.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page's lines and tables in the order of reading. */
final class Blocks {
    private Blocks() {}

    static List<Block> of(List<Line> drawn, List<Paint> paints) {
        if (drawn.isEmpty()) return List.of();
        var lines = ReadingOrder.of(Attachments.attached(Dots.before(drawn, paints)));
        var rules = Rules.of(paints, ReadingOrder.mainDirection(lines));
        var grids = Stream.concat(Grid.of(rules).stream(), Ledger.of(rules, lines).stream())
                .toList();
        return grids.isEmpty() ? Tables.among(lines) : withRuled(lines, grids);
    }

    private static List<Block> withRuled(List<Line> lines, List<Grid> grids) {
        var blocks = new ArrayList<Block>(lines);
        for (var grid : grids) putTogether(blocks, grid);
        var all = new ArrayList<Block>();
        var run = new ArrayList<Line>();
        for (var block : blocks) {
            switch (block) {
                case Line line -> run.add(line);
                case Rows rows -> {
                    all.addAll(Tables.among(run));
                    all.add(rows);
                    run.clear();
                }
            }
        }
        all.addAll(Tables.among(run));
        return all;
    }

    /** The table takes the place of the first line that stood in it. */
    private static void putTogether(List<Block> blocks, Grid grid) {
        var rows = new GridRows(grid);
        var left = new ArrayList<Block>();
        var place = -1;
        for (var block : blocks) {
            var rest = block instanceof Line line ? rows.take(line).map(Block.class::cast) : Optional.of(block);
            if (place < 0 && !rest.equals(Optional.of(block))) place = left.size();
            rest.ifPresent(left::add);
        }
        var table = rows.rows();
        if (table.isEmpty()) return;
        blocks.clear();
        blocks.addAll(left);
        blocks.add(place, table.get());
    }
}
