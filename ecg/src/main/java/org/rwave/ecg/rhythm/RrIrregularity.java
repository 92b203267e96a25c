package org.rwave.ecg.rhythm;

import org.rwave.ecg.beat.BeatClass;

/**
 * How irregular the RR intervals between supraventricular beats are. Only intervals between two beats of class N or S
 * count, so ventricular ectopy and its compensatory pauses are not taken for atrial fibrillation.
 *
 * <p>Statistic: the mean absolute difference of successive counted intervals over their mean. In sinus rhythm it is a few
 * hundredths, in atrial fibrillation above a tenth, because there successive intervals are nearly independent.
 */
public final class RrIrregularity {
    /** Fewer successive differences say nothing. */
    private static final int LEAST_DIFFERENCES = 12;

    /** From this value on the rhythm is called irregular. */
    public static final double LIMIT = 0.11;

    private RrIrregularity() {}

    /** Whether the intervals in {@code beats} are irregular; false while too few are known. */
    public static boolean isIrregular(BeatHistory beats) {
        return of(beats) >= LIMIT;
    }

    /** Mean absolute successive difference over mean RR; 0 while too few are known. */
    static double of(BeatHistory beats) {
        int differences = 0;
        double sumDifferences = 0;
        double sumRr = 0;
        for (int back = 0; back + 2 < beats.size(); back++) {
            if (isSupraventricular(beats, back)
                    && isSupraventricular(beats, back + 1)
                    && isSupraventricular(beats, back + 2)) {
                sumDifferences += Math.abs(beats.rrMicros(back) - beats.rrMicros(back + 1));
                sumRr += beats.rrMicros(back);
                differences++;
            }
        }
        return differences < LEAST_DIFFERENCES ? 0 : sumDifferences / sumRr;
    }

    private static boolean isSupraventricular(BeatHistory beats, int back) {
        BeatClass beatClass = beats.beatClass(back);
        return beats.isReliable(back) && (beatClass == BeatClass.N || beatClass == BeatClass.S);
    }
}
