package org.rwave.ecg.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * Numbers as C's {@code printf} writes them: from the exact binary value, ties to even. Java's formatter rounds the
 * shortest decimal instead, which differs in the last digit now and then.
 */
final class PrintedNumber {
    private PrintedNumber() {}

    /** As {@code %{width}.{decimals}f}. */
    static String fixed(double value, int width, int decimals) {
        String digits =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return " ".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** A blank and {@link #fixed}, or a dash at the right edge of the same width. */
    static String column(OptionalDouble value, int width, int decimals) {
        return value.isPresent() ? " " + fixed(value.getAsDouble(), width, decimals) : " ".repeat(width) + "-";
    }

    /** A blank and a whole percentage in three places, rounded half up as {@code rxr} and {@code epicmp} do. */
    static String wholePercent(Ratio ratio) {
        return ratio.isDefined() ? String.format(java.util.Locale.ROOT, " %3d", roundedPercent(ratio)) : "   -";
    }

    /** The percentage rounded half up; the ratio must be defined. */
    static int roundedPercent(Ratio ratio) {
        return (int) (ratio.percent().orElseThrow() + 0.5);
    }
}
