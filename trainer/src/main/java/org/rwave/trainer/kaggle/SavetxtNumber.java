package org.rwave.trainer.kaggle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints a number as {@code numpy.savetxt} does by default, {@code %.18e}: the exact value of the float, rounded to 19
 * digits. Java's own {@code %.18e} pads the shortest decimal with zeros instead.
 */
final class SavetxtNumber {
    private static final int DIGITS = 19;
    private static final MathContext PRECISION = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private SavetxtNumber() {}

    /** Appends {@code value}, which is not negative. */
    static void append(StringBuilder text, float value) {
        if (value == 0) {
            text.append("0.000000000000000000e+00");
            return;
        }
        BigDecimal rounded = new BigDecimal(value).round(PRECISION);
        String digits = rounded.unscaledValue().toString();
        int exponent = rounded.precision() - rounded.scale() - 1;
        text.append(digits.charAt(0)).append('.').append(digits, 1, digits.length());
        text.append("0".repeat(DIGITS - digits.length()));
        text.append(exponent < 0 ? "e-" : "e+");
        if (Math.abs(exponent) < 10) {
            text.append('0');
        }
        text.append(Math.abs(exponent));
    }
}
