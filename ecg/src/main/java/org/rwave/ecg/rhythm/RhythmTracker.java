package org.rwave.ecg.rhythm;

import java.util.List;
import java.util.OptionalDouble;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.fibrillation.Oscillation;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Vital signs of one patient from final beats. Positions are source samples. Memory is bounded: the last {@value
 * BeatHistory#CAPACITY} beats, 12 RR intervals, the ventricular beats of a minute.
 */
public final class RhythmTracker {
    private static final int SNAPSHOT_VERSION = 3;

    private final SamplingRate rate;
    private final BeatHistory beats;
    private final HeartRate heartRate;
    private final VentricularBeatCount ventricularBeats;
    private RhythmLimits limits;
    private boolean isWatching;
    /** The last R peak, or where watching began. */
    private long silentSince;

    private boolean isFibrillation;
    private boolean mayFibrillate;

    /** A tracker that has seen nothing yet. */
    public RhythmTracker(RhythmLimits limits, SamplingRate rate) {
        this.limits = limits;
        this.rate = rate;
        beats = new BeatHistory(rate);
        heartRate = new HeartRate(rate);
        ventricularBeats = new VentricularBeatCount(rate);
    }

    /** From here on under other limits, which are not part of the state. */
    public void change(RhythmLimits changed) {
        limits = changed;
    }

    /**
     * A beat has been detected; its class may follow later. Final classes wait for the next beat, so without this call a
     * slow rhythm would be taken for silence, and the heart rate would lag by an interval.
     */
    public void rPeak(long sampleIndex) {
        isWatching = true;
        silentSince = sampleIndex;
        heartRate.beat(sampleIndex);
    }

    /** The wave up to {@code sampleIndex} has been looked at. */
    public void wave(Oscillation wave, long sampleIndex) {
        isFibrillation = wave.isFibrillation();
        mayFibrillate = wave.isPossible();
        if (isFibrillation && mayFibrillate) {
            silentSince = Math.max(silentSince, sampleIndex);
        }
    }

    /** The class of a beat has become final; in order. */
    public void beat(ClassifiedBeat finalBeat) {
        beats.add(finalBeat);
        if (finalBeat.beatClass() == BeatClass.V && !finalBeat.lowQuality()) {
            ventricularBeats.add(finalBeat.sampleIndex());
        }
        if (!isWatching || finalBeat.sampleIndex() > silentSince) {
            rPeak(finalBeat.sampleIndex());
        }
    }

    /** The signal is interrupted: no RR interval and no run crosses here. */
    public void gap() {
        beats.clear();
        heartRate.gap();
        isWatching = false;
        isFibrillation = false;
        mayFibrillate = false;
    }

    /**
     * The vital signs at {@code sampleIndex}; once a second of signal time. The heart rate is 0 in asystole and empty when
     * nothing can be claimed, as in fibrillation, where there are no beats to count.
     */
    public VitalSigns vitalsAt(long sampleIndex, TimeAnchor anchor, List<LeadStatus> leadStatus, boolean monitoring) {
        watch(sampleIndex, monitoring);
        Rhythm rhythm = monitoring ? rhythmAt(sampleIndex) : Rhythm.UNKNOWN;
        return new VitalSigns(
                sampleIndex,
                anchor.epochMicrosAt(sampleIndex),
                heartRateAt(sampleIndex, rhythm, monitoring),
                ventricularBeats.countAt(sampleIndex),
                rhythm,
                leadStatus,
                monitoring);
    }

    private void watch(long sampleIndex, boolean monitoring) {
        if (!monitoring) {
            isWatching = false;
        } else if (!isWatching) {
            isWatching = true;
            silentSince = sampleIndex;
        }
    }

    private OptionalDouble heartRateAt(long sampleIndex, Rhythm rhythm, boolean monitoring) {
        if (!monitoring) {
            return OptionalDouble.empty();
        }
        return switch (rhythm) {
            case ASYSTOLE -> OptionalDouble.of(0);
            case VENTRICULAR_FIBRILLATION -> OptionalDouble.empty();
            default -> heartRate.beatsPerMinute(sampleIndex);
        };
    }

    private Rhythm rhythmAt(long sampleIndex) {
        boolean isSilent = rate.microsAt(sampleIndex - silentSince) >= limits.asystoleMicros();
        if (isSilent && !mayFibrillate) {
            return Rhythm.ASYSTOLE;
        }
        boolean hasBeats = RegularTachycardia.of(beats, sampleIndex);
        return isFibrillation && !hasBeats ? Rhythm.VENTRICULAR_FIBRILLATION : RhythmName.of(beats, limits);
    }

    /** Writes the state: about 150 bytes, and two for each ventricular beat of the last minute. */
    public void save(SnapshotWriter out) {
        out.putByte(SNAPSHOT_VERSION);
        beats.save(out);
        heartRate.save(out);
        ventricularBeats.save(out);
        out.putBoolean(isWatching).putCompactLong(silentSince);
        out.putBoolean(isFibrillation).putBoolean(mayFibrillate);
    }

    /** Continues from what {@link #save} wrote. */
    public void load(SnapshotReader in) {
        int version = in.getByte();
        if (version != SNAPSHOT_VERSION) {
            throw new IllegalArgumentException("rhythm snapshot version " + version + ", expected " + SNAPSHOT_VERSION);
        }
        beats.load(in);
        heartRate.load(in);
        ventricularBeats.load(in);
        isWatching = in.getBoolean();
        silentSince = in.getCompactLong();
        isFibrillation = in.getBoolean();
        mayFibrillate = in.getBoolean();
    }
}
