package kb.pdf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kb.pages.Coverage;
import kb.pages.Coverage.Source;
import kb.pages.Hiding;

/** Decides which of a page's glyphs are its text: those that are seen, and those that stand for the letters of a scan. */
record Verdict(Scene scene, PageFrame frame, TextClips stencils) {
    /** Of a glyph's box, across and down; its middle first, which is mostly enough. */
    private static final double[] PLACES = {0.5, 0.3, 0.7};

    private static final int MOST_PLACES_ON_RULES = 3;
    private static final int GRID = 16;
    /** Of a page. */
    private static final double SCANNED = 0.7;

    private record Judged(Candidate candidate, Optional<Hiding> hidden, boolean underPicture) {
        boolean says() {
            return !candidate.glyph().isBlank();
        }

        int characters() {
            var text = candidate.glyph().text();
            return says() ? text.codePointCount(0, text.length()) : 0;
        }

        /** As those who recognise text hide it. */
        boolean isLayer() {
            return hidden.isPresent() && (hidden.get() == Hiding.INVISIBLE || underPicture);
        }
    }

    Seen on(List<Candidate> candidates) {
        var judged = new ArrayList<Judged>(candidates.size());
        for (var candidate : candidates) judged.add(judged(candidate));
        var recognised = isScan(judged);
        var glyphs = new ArrayList<Glyph>();
        var leftOut = new EnumMap<Hiding, Integer>(Hiding.class);
        var doubles = new Doubles(judged.size()); // only now: what isn't seen must not make its visible double vanish
        var read = 0;
        var garbled = 0;
        for (var one : judged) {
            var glyph = one.candidate().glyph();
            if (one.hidden().isPresent() && !(recognised && one.isLayer() && isOnPicture(glyph))) {
                if (one.says()) leftOut.merge(one.hidden().get(), one.characters(), Integer::sum);
            } else if (glyph.isBlank() || doubles.isFirst(glyph)) {
                glyphs.add(glyph);
                if (one.says()) read++;
                if (one.says() && one.candidate().garbled()) garbled++;
            }
        }
        var source = read == 0 ? Source.NONE : recognised ? Source.OCR : Source.NATIVE;
        var drawn = read > 0 || scene.size() > 0 || !leftOut.isEmpty();
        var unreadable = read == 0 && scene.misses();
        return new Seen(
                glyphs,
                scene.paints(),
                new Coverage(source, read, garbled, scene.pictures(), drawn, unreadable, leftOut));
    }

    private Judged judged(Candidate candidate) {
        if (candidate.glyph().isBlank()) return new Judged(candidate, candidate.known(), false);
        if (candidate.known().isPresent()) {
            var seen = candidate.known().get() == Hiding.INVISIBLE && stencils.isPainted(candidate.stencil());
            return new Judged(candidate, seen ? Optional.empty() : candidate.known(), false);
        }
        if (isCovered(candidate, _ -> true)) {
            var underPicture = isCovered(candidate, paint -> paint.kind() == Paint.Kind.IMAGE);
            return new Judged(candidate, Optional.of(Hiding.COVERED), underPicture);
        }
        return new Judged(candidate, vanishes(candidate) ? Optional.of(Hiding.SAME_COLOUR) : Optional.empty(), false);
    }

    private boolean isCovered(Candidate candidate, Predicate<Paint> by) {
        if (candidate.order() == scene.size()) return false;
        var box = candidate.glyph().box();
        for (var across : PLACES) {
            for (var down : PLACES) {
                var x = box.getMinX() + across * box.getWidth();
                var y = box.getMinY() + down * box.getHeight();
                if (!scene.covers(x, y, candidate.order(), by)) return false;
            }
        }
        return true;
    }

    /** Whether each of its inks is that of the ground, all over the glyph; rules may run through. */
    private boolean vanishes(Candidate candidate) {
        for (var ink : candidate.inks()) if (!vanishes(candidate, ink)) return false;
        return !candidate.inks().isEmpty();
    }

    private boolean vanishes(Candidate candidate, Ink ink) {
        var box = candidate.glyph().box();
        var rules = 0;
        for (var across : PLACES) {
            for (var down : PLACES) {
                var x = box.getMinX() + across * box.getWidth();
                var y = box.getMinY() + down * box.getHeight();
                var ground = scene.top(x, y, candidate.order());
                if (ground.isEmpty() ? ink.looksLike(Ink.WHITE) : isOf(ink, ground.get(), x, y)) continue;
                if (ground.filter(paint -> paint.isRule() && paint.hides(x, y)).isEmpty()) return false;
                if (++rules > MOST_PLACES_ON_RULES) return false;
            }
        }
        return true;
    }

    private static boolean isOf(Ink ink, Paint ground, double x, double y) {
        return ground.hides(x, y) && ground.ink().looksLike(ink);
    }

    /** Pictures fill the page, and there are no fewer hidden letters than seen ones. */
    private boolean isScan(List<Judged> judged) {
        var layer = 0;
        for (var one : judged) if (one.isLayer()) layer += one.characters();
        if (layer == 0) return false;
        var seen = 0;
        for (var one : judged) if (one.hidden().isEmpty()) seen += one.characters();
        return layer > 0 && layer >= seen && pictured() >= SCANNED;
    }

    /** How much of the page pictures fill, by sample. */
    private double pictured() {
        var hits = 0;
        for (int column = 0; column < GRID; column++) {
            for (int row = 0; row < GRID; row++) {
                if (isOnPicture((column + 0.5) / GRID * frame.width(), (row + 0.5) / GRID * frame.height())) hits++;
            }
        }
        return (double) hits / (GRID * GRID);
    }

    private boolean isOnPicture(Glyph glyph) {
        return isOnPicture(glyph.box().getCenterX(), glyph.box().getCenterY());
    }

    private boolean isOnPicture(double x, double y) {
        return scene.hasPicture(x, y);
    }
}
