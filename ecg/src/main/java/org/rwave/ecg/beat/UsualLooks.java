package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * How far this patient's normal beats usually are from their own template. The same difference is a changed P wave in a
 * clean signal with steady complexes and nothing at all in a noisy one.
 */
final class UsualLooks {
    static final int COUNT = 7;

    private static final int REMEMBERED = 25;
    private static final int FEWEST = 3;
    private static final double FIRST_DIFFERENCE = 0.1;
    private static final double SMALL = 0.01;

    private final RunningMedian pCorrelation = new RunningMedian(REMEMBERED);
    private final RunningMedian[] differences = {
        new RunningMedian(REMEMBERED), new RunningMedian(REMEMBERED), new RunningMedian(REMEMBERED)
    };

    /**
     * Writes the features of a beat.
     *
     * @param looks its {@link MorphologyFeatures}, whose first twelve, those of the leading lead, begin at {@code looksAt}
     * @param templateP standard deviation of the template's P segment over the patient's scale
     */
    void write(float[] into, int at, float[] looks, int looksAt, double templateP) {
        boolean known = pCorrelation.count() >= FEWEST;
        double usualP = known ? pCorrelation.quantile(0.5, 0) : 0;
        into[at] = (float) usualP;
        into[at + 1] = (float) (looks[looksAt] - usualP);
        double usualPDifference = FIRST_DIFFERENCE;
        for (int wave = 0; wave < differences.length; wave++) {
            double usual = known ? differences[wave].quantile(0.5, FIRST_DIFFERENCE) : FIRST_DIFFERENCE;
            into[at + 2 + wave] = LogRatio.of(looks[looksAt + 2 * wave + 1] + SMALL, usual + SMALL);
            usualPDifference = wave == 0 ? usual : usualPDifference;
        }
        into[at + 5] = (float) Math.min(3, templateP);
        into[at + 6] = LogRatio.of(templateP + SMALL / 2, usualPDifference + SMALL / 2);
    }

    /** Remembers a beat of the normal shape. */
    void learn(float[] looks, int looksAt) {
        pCorrelation.add(looks[looksAt]);
        for (int wave = 0; wave < differences.length; wave++) {
            differences[wave].add(looks[looksAt + 2 * wave + 1]);
        }
    }

    void save(SnapshotWriter out) {
        pCorrelation.save(out);
        for (RunningMedian difference : differences) {
            difference.save(out);
        }
    }

    void load(SnapshotReader in) {
        pCorrelation.load(in);
        for (RunningMedian difference : differences) {
            difference.load(in);
        }
    }
}
