package org.rwave.cli.explain;

import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.signal.SamplingRate;

/** The stretch of signal that is shown: source samples [{@code from}, {@code to}). */
record Window(long from, long to) {
    /** What follows the decision is shown for this long. */
    private static final double AFTER_SECONDS = 2;

    /** {@code seconds} of signal that end two seconds after {@code event} was decided. */
    static Window around(AlarmEvent event, SamplingRate rate, double seconds) {
        long end = event.atSampleIndex() + rate.sampleAt(AFTER_SECONDS);
        long from = Math.max(0, end - rate.sampleAt(seconds));
        return new Window(from, from + rate.sampleAt(seconds));
    }

    boolean holds(long sample) {
        return sample >= from && sample < to;
    }

    long length() {
        return to - from;
    }
}
