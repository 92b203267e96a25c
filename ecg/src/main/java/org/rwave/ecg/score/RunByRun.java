package org.rwave.ecg.score;

import java.util.List;

/**
 * Compares runs of ectopic beats as WFDB's {@code rxr} does (EC57:2012, 4.3.4): each run of one annotator, widened by
 * the match window at both ends, against the longest run of the other annotator in it; once for the reference's runs
 * (sensitivity) and once for the test's (positive predictivity).
 */
public final class RunByRun {
    private final List<RunMark> marks;
    private final RunFinder other;
    private final boolean isReference;
    private final long startSample;
    private final long endSample;
    private final int window;
    private final long[][] counts = new long[RunMatrix.MAX_LENGTH + 1][RunMatrix.MAX_LENGTH + 1];

    private int runLength;
    private long runStart;
    private long runEnd;

    private RunByRun(
            List<RunMark> marks,
            List<RunMark> others,
            boolean isReference,
            AnnotationPair pair,
            ScoringSettings settings) {
        this.marks = marks;
        this.other = new RunFinder(others);
        this.isReference = isReference;
        this.startSample = pair.samplesIn(settings.start());
        this.endSample = pair.endSample(settings).orElse(BeatCursor.NEVER);
        this.window = pair.samplesIn(settings.matchWindow());
    }

    /** Compares the runs of {@code kind} of the two annotators of {@code pair}. */
    public static RunMatrix compare(AnnotationPair pair, ScoringSettings settings, RunKind kind) {
        List<RunMark> reference = RunLabeller.label(pair.reference(), kind, settings.mapping());
        List<RunMark> test = RunLabeller.label(pair.test(), kind, settings.mapping());
        return new RunMatrix(
                new RunByRun(reference, test, true, pair, settings).count(),
                new RunByRun(test, reference, false, pair, settings).count());
    }

    private long[][] count() {
        int index = passLearningPeriod();
        for (; index < marks.size() && marks.get(index).time() <= endSample; index++) {
            accept(marks.get(index));
        }
        // a run that is still open is closed where the annotations end, but not where the test period does
        if (index == marks.size() && runLength > 0) {
            close();
        }
        return counts;
    }

    /** Fibrillation that began in the learning period is a run that began with the test period. */
    private int passLearningPeriod() {
        int index = 0;
        for (; index < marks.size() && marks.get(index).time() < startSample; index++) {
            switch (marks.get(index).role()) {
                case FIBRILLATION_START -> runLength = RunMatrix.MAX_LENGTH;
                case FIBRILLATION_END, OTHER_FIBRILLATION_END -> runLength = 0;
                default -> {}
            }
        }
        runStart = startSample - window;
        runEnd = startSample + window;
        return index;
    }

    private void accept(RunMark mark) {
        switch (mark.role()) {
            case MEMBER -> extend(mark.time());
            case FIBRILLATION_START -> {
                if (runLength == 0) {
                    runLength = RunMatrix.MAX_LENGTH;
                    runStart = mark.time() - window;
                }
            }
            case FIBRILLATION_END -> {
                if (runLength > 0) {
                    runEnd = mark.time() + window;
                }
            }
            case OTHER_BEAT, UNREADABLE -> {
                if (runLength > 0) {
                    close();
                }
            }
            default -> {}
        }
    }

    private void extend(long time) {
        if (runLength == 0) {
            runStart = time - window;
        }
        runLength = Math.min(runLength + 1, RunMatrix.MAX_LENGTH);
        runEnd = time + window;
    }

    private void close() {
        int otherLength = other.longest(runStart, runEnd);
        counts[isReference ? runLength : otherLength][isReference ? otherLength : runLength]++;
        runLength = 0;
    }
}
