package kb.activity;

import java.util.TreeMap;

/**
 * How long answers took, counted in steps: each millisecond below 64, then 32 steps for each doubling. What is read from them is
 * never less than it was, and at most a thirty-second more.
 */
public final class ResponseTimes {
    private static final String STEP = "ms.";
    private static final String SUM = "ms";
    private static final String MANY = "timed";
    private static final int EXACT = 64;
    private static final int STEPS = 32;

    private ResponseTimes() {}

    public static Deed count(Deed deed, long milliseconds) {
        var time = Math.max(0, milliseconds);
        return deed.counting(STEP + step(time), 1).counting(SUM, time).counting(MANY, 1);
    }

    public static long average(Tally tally) {
        return Math.round(tally.average(SUM, MANY));
    }

    /** What so many of a hundred took at most, in milliseconds; 0 where there is none. */
    public static long percentile(Tally tally, int percent) {
        var steps = new TreeMap<Integer, Long>();
        tally.each(STEP, (step, many) -> steps.put(Integer.valueOf(step), many));
        var rank = Math.ceilDiv(tally.of(MANY) * percent, 100L);
        for (var step : steps.entrySet()) {
            rank -= step.getValue();
            if (rank <= 0) return most(step.getKey());
        }
        return 0;
    }

    static int step(long time) {
        if (time < EXACT) return (int) time;
        var doublings = Long.SIZE - 1 - Long.numberOfLeadingZeros(time) - 6;
        return EXACT + doublings * STEPS + (int) ((time >> (doublings + 1)) - STEPS);
    }

    /** The longest time of a step. */
    static long most(int step) {
        if (step < EXACT) return step;
        var doublings = (step - EXACT) / STEPS;
        return ((STEPS + (step - EXACT) % STEPS + 1L) << (doublings + 1)) - 1;
    }
}
