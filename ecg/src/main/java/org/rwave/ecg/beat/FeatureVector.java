package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The feature vector of a beat, part by part in this order: rhythm ({@link RrFeatures}), looks ({@link
 * MorphologyFeatures}), company ({@link ShapeFeatures}), rank and spread of the intervals ({@link RrSpreadFeatures}),
 * conducted rhythm ({@link ConductedRrFeatures}), long memory ({@link LongRrFeatures}), usual looks ({@link UsualLooks}),
 * the beat before ({@link PrecedingBeat}) and the width of the patient's narrow beats ({@link UsualWidth}). Remembers what the next beats are compared with; nothing here knows a label.
 */
final class FeatureVector {
    private static final int LOOKS = RrFeatures.COUNT;
    private static final int SHAPE = LOOKS + MorphologyFeatures.COUNT;
    private static final int SPREAD = SHAPE + ShapeFeatures.COUNT;
    private static final int CONDUCTED = SPREAD + RrSpreadFeatures.COUNT;
    private static final int LONG = CONDUCTED + ConductedRrFeatures.COUNT;
    private static final int USUAL = LONG + LongRrFeatures.COUNT;
    private static final int PRECEDING = USUAL + UsualLooks.COUNT;

    private static final int WIDTH = PRECEDING + PrecedingBeat.COUNT;

    static final int COUNT = WIDTH + UsualWidth.COUNT;

    private final RrFeatures rhythm = new RrFeatures();
    private final RrSpreadFeatures spread = new RrSpreadFeatures();
    private final ConductedRrFeatures conducted = new ConductedRrFeatures();
    private final LongRrFeatures longRhythm = new LongRrFeatures();
    private final UsualLooks usualLooks = new UsualLooks();
    private final PrecedingBeat preceding = new PrecedingBeat();
    private final UsualWidth usualWidth = new UsualWidth();

    /** What was written last, for {@link #learn}. */
    private final float[] written = new float[COUNT];

    /** The usual RR interval in seconds. */
    double usualRrSeconds() {
        return rhythm.usualSeconds();
    }

    /** Log of {@code pre} over the usual interval; 0 when {@code pre} is NaN. */
    double prematurity(double pre) {
        return rhythm.prematurity(pre);
    }

    /**
     * Fills {@code into}. RR arguments as in {@link RrFeatures#write}.
     *
     * @param scale usual peak to peak of each lead's QRS complex, quarter microvolts
     * @param leading the lead whose looks come first
     */
    void write(
            float[] into,
            CutWindow beat,
            TemplateBank templates,
            double[] scale,
            int leading,
            double pre,
            double post,
            boolean postKnown) {
        BeatTemplate template = templates.normalFor(beat);
        rhythm.write(into, 0, pre, post, postKnown);
        MorphologyFeatures.write(into, LOOKS, beat, template, scale, leading != 0);
        ShapeFeatures.write(into, SHAPE, beat, templates);
        spread.write(into, SPREAD, rhythm.history(), pre, post);
        conducted.write(into, CONDUCTED, pre, post, rhythm.usualSeconds());
        longRhythm.write(into, LONG, pre);
        usualLooks.write(into, USUAL, into, LOOKS, template.deviation(leading, Segment.P) / scale[leading]);
        preceding.write(into, PRECEDING, beat.values[leading]);
        usualWidth.write(into, WIDTH, into[LOOKS + MorphologyFeatures.WIDTH]);
        System.arraycopy(into, 0, written, 0, COUNT);
    }

    /** Remembers the beat that was written last; {@code pre} as there. */
    void learn(CutWindow beat, int leading, double pre) {
        float qrsCorrelation = written[LOOKS + 2];
        boolean isNormal = ConductedRrFeatures.isNormalShape(qrsCorrelation);
        if (isNormal) {
            usualLooks.learn(written, LOOKS);
        }
        preceding.learn(beat.values[leading], written[LOOKS], qrsCorrelation, written[USUAL + 2 + 1]);
        usualWidth.learn(written[LOOKS + MorphologyFeatures.WIDTH]);
        conducted.learn(pre, isNormal);
        if (!Double.isNaN(pre)) {
            rhythm.add(pre);
            longRhythm.learn(pre);
        }
    }

    void save(SnapshotWriter out) {
        rhythm.save(out);
        conducted.save(out);
        longRhythm.save(out);
        usualLooks.save(out);
        preceding.save(out);
        usualWidth.save(out);
    }

    void load(SnapshotReader in) {
        rhythm.load(in);
        conducted.load(in);
        longRhythm.load(in);
        usualLooks.load(in);
        preceding.load(in);
        usualWidth.load(in);
    }
}
