package org.rwave.cli.loadtest;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * The way from a beat's R peak to the observer in four parts that add up, each as a histogram in microseconds: what the
 * signal decides (physiology, look-ahead), what the chunk length decides (chunk wait), and what Kafka and this program
 * need (pipeline), counted from the moment at which the chunk was due, whenever it was sent. One thread records.
 */
final class Latencies {
    /** Beyond a minute there is nothing to tell apart. */
    private static final long HIGHEST_MICROS = 60_000_000;

    private static final int DIGITS = 3;

    private final Histogram physiology = histogram();
    private final Histogram lookAhead = histogram();
    private final Histogram chunkWait = histogram();
    private final Histogram pipeline = histogram();
    private final Histogram total = histogram();

    static Histogram histogram() {
        return new Histogram(HIGHEST_MICROS, DIGITS);
    }

    static SingleWriterRecorder recorder() {
        return new SingleWriterRecorder(HIGHEST_MICROS, DIGITS);
    }

    /** As histograms take it. */
    static long micros(long nanos) {
        return Math.max(0, Math.min(HIGHEST_MICROS, nanos / 1000));
    }

    /** The beat at {@code place}, which came {@code pipelineNanos} after it was due. */
    void record(Tape tape, ExpectedBeats beats, int place, long pipelineNanos) {
        long found = tape.nanos(beats.physiology(place));
        long decided = tape.nanos(beats.lookAhead(place));
        long complete = tape.nanos(beats.chunkWait(place));
        physiology.recordValue(micros(found));
        lookAhead.recordValue(micros(decided));
        chunkWait.recordValue(micros(complete));
        pipeline.recordValue(micros(pipelineNanos));
        total.recordValue(micros(found + decided + complete + pipelineNanos));
    }

    /** From R until the detector is sure. */
    Histogram physiology() {
        return physiology;
    }

    /** From there until the class is final. */
    Histogram lookAhead() {
        return lookAhead;
    }

    /** From there to the last sample of the chunk. */
    Histogram chunkWait() {
        return chunkWait;
    }

    /** From there to the observer. */
    Histogram pipeline() {
        return pipeline;
    }

    /** All of it. */
    Histogram total() {
        return total;
    }
}
