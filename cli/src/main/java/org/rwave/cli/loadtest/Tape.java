package org.rwave.cli.loadtest;

import java.time.Duration;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.signal.WaveformChunk;

/**
 * What one patient, or many, plays from first chunk to last: a signal from some offset on, going round at its end, in
 * chunks of equal length. Every patient of a tape plays the same samples under the same indices, so what is expected of
 * them is computed once.
 */
final class Tape {
    private final Signal signal;
    private final int offset;
    private final int chunkSamples;
    private final int chunks;

    /**
     * @param offset sample of the signal at which the tape begins
     * @param chunkLength rounded to whole samples
     * @param chunks how many
     */
    Tape(Signal signal, int offset, Duration chunkLength, int chunks) {
        this.signal = signal;
        this.offset = offset;
        this.chunkSamples = Math.max(1, signal.rate().samplesIn(chunkLength));
        this.chunks = chunks;
    }

    /** Record and offset, for people and for source ids. */
    String name() {
        return signal.name() + "+" + Math.round(signal.rate().secondsAt(offset)) + "s";
    }

    double rateHertz() {
        return signal.rate().hertz();
    }

    int chunks() {
        return chunks;
    }

    int chunkSamples() {
        return chunkSamples;
    }

    /** Real time from one chunk to the next. */
    long chunkNanos() {
        return Math.round(chunkSamples * (1e9 / signal.rate().hertz()));
    }

    /** Nanoseconds that {@code samples} last. */
    long nanos(long samples) {
        return Math.round(samples * (1e9 / signal.rate().hertz()));
    }

    /** Chunk {@code number} of a patient whose first sample falls on {@code startEpochMicros}; shares the samples. */
    WaveformChunk chunk(int number, long startEpochMicros) {
        long first = (long) number * chunkSamples;
        return WaveformChunk.of(
                first,
                startEpochMicros + signal.rate().microsAt(first),
                signal.rate(),
                signal.leads(),
                signal.samples(offset + first, chunkSamples));
    }

    /** What the monitor says of this tape, offline. */
    ExpectedBeats expected(BeatClassifier classifier) {
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), classifier, chunk(0, 0));
        ExpectedBeats.Builder beats = new ExpectedBeats.Builder(chunks);
        for (int number = 0; number < chunks; number++) {
            WaveformChunk chunk = chunk(number, 0);
            beats.decidedBy(number, monitor.accept(chunk).beats(), monitor.delays(), chunk.endSampleIndex() - 1);
        }
        beats.decidedBy(chunks, monitor.finish().beats(), monitor.delays(), (long) chunks * chunkSamples - 1);
        return beats.build();
    }
}
