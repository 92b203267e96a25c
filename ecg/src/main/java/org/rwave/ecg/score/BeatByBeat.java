package org.rwave.ecg.score;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.signal.SamplingRate;

/**
 * Compares beat by beat as WFDB's {@code bxb} does (EC57:2012, 4.3.2), tie rule of 24 November 2002 included, so that
 * every count agrees with it.
 */
public final class BeatByBeat {
    private final BeatCursor reference;
    private final BeatCursor test;
    private final long startSample;
    private final OptionalLong endSample;
    private final int window;
    private final double millisPerSample;
    private final long[][] counts = new long[BeatLabel.COUNT][BeatLabel.COUNT];
    private long rrPairs;
    private double rrErrorSquaredSamples;

    private BeatByBeat(AnnotationPair pair, ScoringSettings settings) {
        window = pair.samplesIn(settings.matchWindow());
        startSample = pair.samplesIn(settings.start());
        endSample = pair.endSample(settings);
        reference = new BeatCursor(pair.reference(), settings.mapping(), window);
        test = new BeatCursor(pair.test(), settings.mapping(), window);
        millisPerSample = 1000.0 / pair.samplesIn(Duration.ofSeconds(1));
    }

    /** Compares the two annotators of {@code pair}. */
    public static BeatMatrix compare(AnnotationPair pair, ScoringSettings settings) {
        return new BeatByBeat(pair, settings).run(pair);
    }

    /** Compares {@code test} with {@code reference}, both in time order, in a record of {@code length} samples. */
    public static BeatMatrix compare(
            List<Annotation> reference,
            List<Annotation> test,
            SamplingRate rate,
            OptionalLong length,
            ScoringSettings settings) {
        return compare(new AnnotationPair("", rate, length, reference, test), settings);
    }

    private BeatMatrix run(AnnotationPair pair) {
        leaveLearningPeriod();
        while (isWithinTestPeriod()) {
            if (test.time() < reference.time()) {
                matchTest();
            } else {
                matchReference();
            }
        }
        long second = pair.samplesIn(Duration.ofSeconds(1));
        long halfSecond = pair.samplesIn(Duration.ofMillis(500));
        long shutdown = (test.shutdownSamples(endSample.orElse(0)) + halfSecond) / second;
        double squaredMillis = rrErrorSquaredSamples * millisPerSample * millisPerSample;
        return new BeatMatrix(counts, shutdown, rrPairs, squaredMillis);
    }

    /**
     * A reference beat just after the start of the test period may belong to the last test beat before it; and a test
     * beat just after it, without a partner, to a reference beat before it, so that it is not held against the detector.
     */
    private void leaveLearningPeriod() {
        do {
            reference.advance();
        } while (reference.time() < startSample);
        do {
            test.advance();
        } while (test.nextTime() < startSample);
        long early = reference.time() - test.time();
        if (early <= window && early < distance(reference.time(), test.nextTime())) {
            pair(reference.label(), test.label());
            advanceBoth();
            return;
        }
        test.advance();
        boolean isJustAfterStart = test.time() - startSample <= window;
        if (isJustAfterStart && distance(reference.time(), test.nextTime()) < distance(reference.time(), test.time())) {
            test.advance();
        }
    }

    private boolean isWithinTestPeriod() {
        if (endSample.isEmpty()) {
            return reference.time() != BeatCursor.NEVER;
        }
        return reference.time() <= endSample.getAsLong() || test.time() <= endSample.getAsLong();
    }

    private void matchTest() {
        if (isBestMatch(test, reference)) {
            pair(reference.label(), test.label());
            advanceBoth();
        } else {
            pair(absentReference(), test.label());
            test.advance();
        }
    }

    private void matchReference() {
        if (isBestMatch(reference, test)) {
            pair(reference.label(), test.label());
            advanceBoth();
        } else {
            boolean isShutDown = test.isShutDownAt(reference.time());
            pair(reference.label(), Optional.of(isShutDown ? BeatLabel.X : BeatLabel.O));
            reference.advance();
        }
    }

    /**
     * Whether the earlier beat belongs to the later annotator's beat: within the window, and either nearer to it than
     * its own successor is, or its successor is nearer to the beat after.
     */
    private boolean isBestMatch(BeatCursor earlier, BeatCursor later) {
        long gap = later.time() - earlier.time();
        long gapOfNext = distance(later.time(), earlier.nextTime());
        return gap <= window && (gap < gapOfNext || distance(later.nextTime(), earlier.nextTime()) < gapOfNext);
    }

    /** What the reference says at an extra test beat; empty during fibrillation, where nothing counts. */
    private Optional<BeatLabel> absentReference() {
        if (reference.isFibrillatingAt(test.time())) {
            return Optional.empty();
        }
        return Optional.of(reference.isShutDownAt(test.time()) ? BeatLabel.X : BeatLabel.O);
    }

    private void advanceBoth() {
        reference.advance();
        test.advance();
    }

    private void pair(Optional<BeatLabel> referenceLabel, Optional<BeatLabel> testLabel) {
        if (referenceLabel.isPresent() && testLabel.isPresent()) {
            counts[referenceLabel.get().ordinal()][testLabel.get().ordinal()]++;
        }
        // bxb compares the current RR intervals at every step, also when only one of the two beats was there.
        if (reference.rrInterval() > 0 && test.rrInterval() > 0) {
            double error = reference.rrInterval() - test.rrInterval();
            rrErrorSquaredSamples += error * error;
            rrPairs++;
        }
    }

    private static long distance(long one, long other) {
        return Math.abs(one - other);
    }
}
