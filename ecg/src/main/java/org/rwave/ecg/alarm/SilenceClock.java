package org.rwave.ecg.alarm;

import java.util.List;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * How long no R peak has been seen although the signal was being watched. Time without a lead to go by, and gaps, do not
 * count. Short interruptions stop the clock, so that lost packets every few seconds cannot hide an asystole for ever;
 * one longer than the limit starts it anew, because nothing is known of the patient meanwhile.
 */
final class SilenceClock {
    private final SamplingRate rate;
    private final long lostMicros;

    private boolean isRunning;
    private boolean sinceBeat;
    private long since;
    private long unwatched;
    private long interruption;
    private long latest;

    SilenceClock(SamplingRate rate, long lostMicros) {
        this.rate = rate;
        this.lostMicros = lostMicros;
    }

    /**
     * Signal up to {@code sampleIndex} has been seen; {@code watched} says whether a beat in it would have been.
     *
     * @return whether this is the moment when the signal counts as lost
     */
    boolean advance(long sampleIndex, boolean watched) {
        if (!isRunning) {
            if (watched) {
                restart(sampleIndex, false);
            }
            latest = sampleIndex;
            return false;
        }
        long passed = Math.max(0, sampleIndex - latest);
        latest = Math.max(latest, sampleIndex);
        if (watched) {
            interruption = 0;
            return false;
        }
        return interrupt(passed);
    }

    /** Samples are missing; returns as {@link #advance}. */
    boolean gap(long fromSampleIndex, long toSampleIndex) {
        latest = Math.max(latest, toSampleIndex);
        return isRunning && interrupt(toSampleIndex - fromSampleIndex);
    }

    private boolean interrupt(long samples) {
        unwatched += samples;
        interruption += samples;
        if (rate.microsAt(interruption) <= lostMicros) {
            return false;
        }
        isRunning = false;
        return true;
    }

    /** An R peak ends the silence. One that was found late, from before the silence, changes nothing. */
    void beat(long sampleIndex) {
        if (!isRunning || sampleIndex > since) {
            restart(sampleIndex, true);
        }
    }

    /** Something other than a beat was seen at {@code sampleIndex}: silence can begin there at the earliest. */
    void activity(long sampleIndex) {
        if (isRunning && sampleIndex > since) {
            restart(sampleIndex, false);
        }
    }

    private void restart(long sampleIndex, boolean atBeat) {
        isRunning = true;
        sinceBeat = atBeat;
        since = sampleIndex;
        unwatched = 0;
        interruption = 0;
        latest = Math.max(latest, sampleIndex);
    }

    /** Watched silence up to {@code sampleIndex}, microseconds; 0 when nothing is being watched. */
    long silenceMicros(long sampleIndex) {
        return isRunning ? Math.max(0, rate.microsAt(sampleIndex - since - unwatched)) : 0;
    }

    /** Where the silence began: the last R peak, or where watching began. */
    long since() {
        return since;
    }

    /** The R peak that began the silence; empty when watching began without one. */
    List<Long> beatBefore() {
        return sinceBeat ? List.of(since) : List.of();
    }

    /** Whether it is one RR interval so far: begun by a beat and never interrupted. */
    boolean isRrInterval() {
        return isRunning && sinceBeat && unwatched == 0;
    }

    void save(SnapshotWriter out) {
        out.putByte((isRunning ? 1 : 0) | (sinceBeat ? 2 : 0));
        out.putLong(latest);
        out.putCompactLong(latest - since);
        out.putCompactLong(unwatched);
        out.putCompactLong(interruption);
    }

    void load(SnapshotReader in) {
        int flags = in.getByte();
        isRunning = (flags & 1) != 0;
        sinceBeat = (flags & 2) != 0;
        latest = in.getLong();
        since = latest - in.getCompactLong();
        unwatched = in.getCompactLong();
        interruption = in.getCompactLong();
    }
}
