package org.rwave.ecg.score;

import java.util.OptionalDouble;

/** A statistic as EC57 wants it shown: the quotient and both counts. Undefined when nothing was there to count. */
public record Ratio(long part, long whole) {
    public Ratio {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("need 0 <= part <= whole, were " + part + " and " + whole);
        }
    }

    public boolean isDefined() {
        return whole > 0;
    }

    /** part / whole. */
    public OptionalDouble fraction() {
        return isDefined() ? OptionalDouble.of(part / (double) whole) : OptionalDouble.empty();
    }

    /** In percent, computed in the order of {@code bxb}, so that it prints the same digits. */
    public OptionalDouble percent() {
        return isDefined() ? OptionalDouble.of(100.0 * part / whole) : OptionalDouble.empty();
    }
}
