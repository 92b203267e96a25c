package org.rwave.ecg.monitor;

import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** Says which samples complete a tenth of a second and which a whole one, counted from sample 0 of the recording. */
final class SignalClock {
    private final SamplingRate rate;
    private long nextTick;
    private long nextSecond;
    private long tickAtSample;
    private long secondAtSample;

    SignalClock(SamplingRate rate, long start) {
        this.rate = rate;
        skipTo(start);
    }

    /** The signal goes on at {@code sample}: the next tick and second are the first ones after it. */
    void skipTo(long sample) {
        nextTick = (long) Math.floor(rate.secondsAt(sample) * 10) + 1;
        nextSecond = (long) Math.floor(rate.secondsAt(sample)) + 1;
        tickAtSample = rate.sampleAt(nextTick / 10.0);
        secondAtSample = rate.sampleAt((double) nextSecond);
    }

    /** Whether a tenth of a second is complete now that samples before {@code end} have been taken. */
    boolean isTick(long end) {
        if (end < tickAtSample) {
            return false;
        }
        nextTick++;
        tickAtSample = rate.sampleAt(nextTick / 10.0);
        return true;
    }

    /** Whether a second is complete now that samples before {@code end} have been taken. */
    boolean isSecond(long end) {
        if (end < secondAtSample) {
            return false;
        }
        nextSecond++;
        secondAtSample = rate.sampleAt((double) nextSecond);
        return true;
    }

    /** How many samples can be taken from {@code next} on until a tenth or a whole second is complete, the last included. */
    int samplesToNext(long next) {
        return (int) Math.max(1, Math.min(tickAtSample, secondAtSample) - next);
    }

    void save(SnapshotWriter out) {
        out.putLong(nextTick).putLong(nextSecond);
    }

    void load(SnapshotReader in) {
        nextTick = in.getLong();
        nextSecond = in.getLong();
        tickAtSample = rate.sampleAt(nextTick / 10.0);
        secondAtSample = rate.sampleAt((double) nextSecond);
    }
}
