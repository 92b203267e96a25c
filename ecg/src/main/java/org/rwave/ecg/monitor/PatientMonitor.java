package org.rwave.ecg.monitor;

import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.signal.WaveformChunk;

/**
 * One patient: waveform in, facts out. Knows no Kafka, no clock, no thread; one thread at a time may call it. Any cut of
 * the same samples into chunks gives the same facts.
 *
 * <p>A chunk that starts after {@link #nextSampleIndex()} leaves a gap, which no filter crosses. The part of a chunk
 * before it is ignored.
 */
@SuppressWarnings("DoNotCallSuggester") // until the signal path is in place
public final class PatientMonitor {
    /** A monitor that has seen nothing yet. */
    public PatientMonitor(MonitorSettings settings, BeatClassifier classifier) {
        throw new UnsupportedOperationException("being built");
    }

    /** Takes the next samples, R peaks from the own detector. */
    public Facts accept(WaveformChunk chunk) {
        return accept(chunk, new long[0]);
    }

    /**
     * Takes the next samples together with the reference R peaks that lie within them.
     *
     * @param referenceBeats ascending source sample indices in [{@code chunk.firstSampleIndex()}, {@code
     *     chunk.endSampleIndex()}); must be empty unless the beat source is REFERENCE
     * @throws IllegalArgumentException when rate or leads differ from those of the first chunk
     */
    public Facts accept(WaveformChunk chunk, long[] referenceBeats) {
        throw new UnsupportedOperationException("being built");
    }

    /** The recording has ended: decides what was still open. */
    public Facts finish() {
        throw new UnsupportedOperationException("being built");
    }

    /** The first sample that has not been taken yet. */
    public long nextSampleIndex() {
        throw new UnsupportedOperationException("being built");
    }

    /** The whole state; {@link #resume} continues from it bit for bit. */
    public byte[] snapshot() {
        throw new UnsupportedOperationException("being built");
    }

    /** The monitor that wrote {@code snapshot}, which must have had the same settings and model. */
    public static PatientMonitor resume(byte[] snapshot, MonitorSettings settings, BeatClassifier classifier) {
        throw new UnsupportedOperationException("being built");
    }
}
