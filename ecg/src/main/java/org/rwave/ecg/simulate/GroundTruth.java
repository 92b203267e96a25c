package org.rwave.ecg.simulate;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.SamplingRate;

/**
 * The annotations of a played scenario, in order: beats at their major peak in MLII, rhythms, flutter and fibrillation
 * with their waves, and changes of signal quality with WFDB's subtype (bit i: signal i noisy, bit i + 4: signal i
 * unreadable, -1: nothing readable). Beats that no lead shows are left out, as nobody could have annotated them. Holds
 * the annotations of about a second.
 */
final class GroundTruth implements Iterator<Annotation> {
    /** An annotation never lies further before its event than this. */
    private static final double SETTLED_SECONDS = 0.3;

    /** From this noise on a lead is annotated as noisy. */
    private static final double NOISY_MILLIVOLTS = 0.1;

    private final Iterator<HeartEvent> events;
    private final SamplingRate rate;
    private final PriorityQueue<Annotation> waiting = new PriorityQueue<>(
            Comparator.comparingLong(Annotation::sampleIndex).thenComparing(GroundTruth::rank));
    private final SignalQuality quality = new SignalQuality();
    private double settledSeconds;
    private long length = Long.MAX_VALUE;

    GroundTruth(Iterator<HeartEvent> events, SamplingRate rate) {
        this.events = events;
        this.rate = rate;
    }

    private static int rank(Annotation annotation) {
        return annotation.code().isBeat() ? 1 : 0;
    }

    /** Samples of the recording; known once the last annotation has been taken. */
    long length() {
        return length;
    }

    @Override
    public boolean hasNext() {
        while (events.hasNext() && (waiting.isEmpty() || secondsOfFirst() >= settledSeconds)) {
            take(events.next());
        }
        while (!waiting.isEmpty() && waiting.peek().sampleIndex() >= length) {
            waiting.remove();
        }
        return !waiting.isEmpty();
    }

    @Override
    public Annotation next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more annotations");
        }
        return waiting.remove();
    }

    private double secondsOfFirst() {
        return rate.secondsAt(waiting.peek().sampleIndex());
    }

    private void take(HeartEvent event) {
        settledSeconds = event.seconds() - SETTLED_SECONDS;
        quality.changesUntil(event.seconds()).forEach(change -> add(change.seconds(), change.subtype()));
        if (event instanceof HeartEvent.Beat beat) {
            double peak = beat.seconds() + beat.shape().peakSeconds();
            if (beat.code().isPresent() && quality.isReadable(peak)) {
                add(peak, Annotation.of(0, beat.code().get()));
            }
        } else if (event instanceof HeartEvent.RhythmStart start) {
            add(start.seconds(), new Annotation(0, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, start.name()));
        } else if (event instanceof HeartEvent.ChaosBoundary boundary) {
            AnnotationCode code = boundary.begins() ? AnnotationCode.FLUTTER_ONSET : AnnotationCode.FLUTTER_END;
            add(boundary.seconds(), Annotation.of(0, code));
        } else if (event instanceof HeartEvent.Disturbance disturbance) {
            if (disturbance.kind().isLeadFault() || disturbance.millivolts() >= NOISY_MILLIVOLTS) {
                quality.disturb(disturbance);
            }
        } else if (event instanceof HeartEvent.End end) {
            length = rate.sampleAt(end.seconds());
        }
    }

    private void add(double seconds, int subtype) {
        add(seconds, new Annotation(0, AnnotationCode.SIGNAL_QUALITY_CHANGE, subtype, 0, 0, ""));
    }

    private void add(double seconds, Annotation what) {
        long sample = Math.max(0, rate.sampleAt(seconds));
        waiting.add(new Annotation(sample, what.code(), what.subtype(), 0, 0, what.aux()));
    }
}
