package org.rwave.cli.disclose;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Several measurements of one time, as makers publish them: mean and range. */
final class Times {
    private Times() {}

    /** {@code 6.8 s (6.4 to 7.2)}; says in how many trials nothing came. */
    static String text(List<OptionalDouble> seconds) {
        DoubleSummaryStatistics known = seconds.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .summaryStatistics();
        long missing = seconds.size() - known.getCount();
        if (known.getCount() == 0) {
            return "never";
        }
        String text =
                String.format(Locale.ROOT, "%.2f s (%.2f to %.2f)", known.getAverage(), known.getMin(), known.getMax());
        return missing == 0 ? text : text + ", never in " + missing + " of " + seconds.size();
    }

    /** {@code 80 (79 to 81)} of rates; a dash for none. */
    static String rates(List<Double> perMinute) {
        DoubleSummaryStatistics known = perMinute.stream()
                .filter(rate -> !Double.isNaN(rate))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (known.getCount() == 0) {
            return "none shown";
        }
        String range =
                String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", known.getAverage(), known.getMin(), known.getMax());
        long without = perMinute.size() - known.getCount();
        return without == 0 ? range : range + ", none in " + without + " of " + perMinute.size() + " s";
    }
}
