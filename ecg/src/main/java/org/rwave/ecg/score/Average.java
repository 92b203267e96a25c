package org.rwave.ecg.score;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The unweighted mean over records of {@code sumstats}: records in which a statistic is undefined are left out. */
final class Average {
    private Average() {}

    /** Mean of {@code ratios} in percent; empty when all are undefined. */
    static OptionalDouble percent(Stream<Ratio> ratios) {
        return mean(ratios.map(Ratio::fraction), 100.0);
    }

    /** Mean of the present {@code values} times {@code scale}, summed in order like {@code sumstats}. */
    static OptionalDouble mean(Stream<OptionalDouble> values, double scale) {
        double[] present = values.filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double sum = 0;
        for (double value : present) {
            sum += value;
        }
        return present.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(scale * sum / present.length);
    }
}
