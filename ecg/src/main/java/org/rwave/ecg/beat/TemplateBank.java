package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The shapes that this patient's beats come in, at most three, learned without labels; the dominant one stands for the
 * patient's normal beat. A beat joins the shape it correlates with best, or starts a new one in place of the rarest, so
 * that a change of the normal beat (a shifted electrode, a new bundle branch block) takes over within a minute instead
 * of being compared with the past for ever.
 */
final class TemplateBank {
    static final double SAME_SHAPE = 0.85;

    /** A challenger must outweigh the dominant shape by this factor: in bigeminy both are equally common. */
    private static final double HYSTERESIS = 1.25;

    private final BeatTemplate[] templates = {new BeatTemplate(), new BeatTemplate(), new BeatTemplate()};
    private int dominant;

    BeatTemplate dominant() {
        return templates[dominant];
    }

    /** Whether {@code beat} has the dominant shape. */
    boolean isDominantShape(CutWindow beat) {
        return dominant().correlation(beat) >= SAME_SHAPE;
    }

    void learn(CutWindow beat) {
        int best = -1;
        double bestCorrelation = SAME_SHAPE;
        int rarest = dominant == 0 ? 1 : 0;
        for (int i = 0; i < templates.length; i++) {
            templates[i].fade();
            double correlation = templates[i].correlation(beat);
            if (!templates[i].isEmpty() && correlation >= bestCorrelation) {
                best = i;
                bestCorrelation = correlation;
            }
            if (i != dominant && templates[i].weight() < templates[rarest].weight()) {
                rarest = i;
            }
        }
        if (best >= 0) {
            templates[best].absorb(beat);
        } else if (dominant().isEmpty()) {
            dominant().restartFrom(beat);
        } else {
            templates[rarest].restartFrom(beat);
        }
        electDominant();
    }

    private void electDominant() {
        for (int i = 0; i < templates.length; i++) {
            if (templates[i].weight() > HYSTERESIS * dominant().weight()) {
                dominant = i;
            }
        }
    }

    void save(SnapshotWriter out) {
        out.putByte(dominant);
        for (BeatTemplate template : templates) {
            template.save(out);
        }
    }

    void load(SnapshotReader in) {
        dominant = in.getByte();
        for (BeatTemplate template : templates) {
            template.load(in);
        }
    }
}
