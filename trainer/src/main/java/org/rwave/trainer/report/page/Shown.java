package org.rwave.trainer.report.page;

import java.util.Locale;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.report.figures.Estimate;

/** How numbers and names are written on the page. */
final class Shown {
    /** What stands for a figure that is not defined. */
    static final String UNDEFINED = "–";

    private Shown() {}

    /** A share in per cent with one decimal, without the sign. */
    static String percent(double share) {
        return fixed(100 * share, 1);
    }

    /** With {@code decimals} decimals. */
    static String fixed(double value, int decimals) {
        return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** With a sign and two decimals. */
    static String signed(double value) {
        return Double.isNaN(value)
                ? UNDEFINED
                : String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
    }

    /** A count in groups of three. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }

    /** Mean and, with several models, deviation. */
    static String value(Estimate estimate, boolean isIndex) {
        String mean = number(estimate.mean(), isIndex);
        return Double.isNaN(estimate.sd()) ? mean : mean + " ± " + number(estimate.sd(), isIndex);
    }

    /** The 95 % interval. */
    static String interval(Estimate estimate, boolean isIndex) {
        return range(number(estimate.low(), isIndex), number(estimate.high(), isIndex));
    }

    /** From {@code low} to {@code high}, both already written. */
    static String range(String low, String high) {
        return low.equals(UNDEFINED) ? UNDEFINED : low + "–" + high;
    }

    private static String number(double value, boolean isIndex) {
        return isIndex ? fixed(value, 3) : percent(value);
    }

    /** How headings name a mapping. */
    static String mapping(String name) {
        return ClassMapping.valueOf(name).title() + " mapping";
    }
}
