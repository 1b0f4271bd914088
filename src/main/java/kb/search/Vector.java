package kb.search;

import java.util.Arrays;

/** An embedding, of length 1: the dot product of two is their cosine. */
public final class Vector {
    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException when no direction can be read from the values */
    public static Vector of(float[] values) {
        var sum = 0.0;
        for (var value : values) sum += (double) value * value;
        var length = Math.sqrt(sum);
        if (!(length > 0) || Double.isInfinite(length)) throw new IllegalArgumentException("a vector has a direction");
        var unit = new float[values.length];
        for (int i = 0; i < values.length; i++) unit[i] = (float) (values[i] / length);
        return new Vector(unit);
    }

    /** As {@link #toArray} gave it: not a bit is changed. */
    public static Vector stored(float[] unit) {
        return new Vector(unit.clone());
    }

    public int dimensions() {
        return values.length;
    }

    public float[] toArray() {
        return values.clone();
    }

    public double cosine(Vector other) {
        var sum = 0.0;
        for (int i = 0; i < values.length; i++) sum += (double) values[i] * other.values[i];
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " dimensions";
    }
}
