package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a plot.
 *
 * @param label with the unit
 * @param first value at the origin
 * @param last value at the far end, smaller than {@code first} for an axis that falls
 */
record Axis(String label, double first, double last, List<Tick> ticks) {
    /** A marked value. */
    record Tick(double value, String label) {}

    Axis {
        ticks = List.copyOf(ticks);
    }

    /** Marked every {@code step} from end to end; values are shares and labelled in per cent. */
    static Axis percent(String label, double first, double last, double step) {
        List<Tick> ticks = new ArrayList<>();
        int count = (int) Math.round(Math.abs(last - first) / step);
        for (int i = 0; i <= count; i++) {
            double value = first + Math.signum(last - first) * i * step;
            ticks.add(new Tick(value, Shown.fixed(100 * value, step < 0.01 ? 1 : 0)));
        }
        return new Axis(label, first, last, ticks);
    }

    /** Where {@code value} lies, 0 at the origin to 1 at the far end. */
    double place(double value) {
        return (value - first) / (last - first);
    }
}
