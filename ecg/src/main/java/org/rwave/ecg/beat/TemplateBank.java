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

    /** A shape is a normal one of this patient when it makes up this share of the beats and does not come early. */
    private static final double NORMAL_SHARE = 0.1;

    private static final double NORMAL_PREMATURITY = -0.08;

    private static final double PREMATURE_VOTE = 0.2;

    /** A beat that comes before 85 % of the usual RR interval is premature (as in most definitions of ectopy). */
    private static final double PREMATURE = StrictMath.log(0.85);

    private final BeatTemplate[] templates = {new BeatTemplate(), new BeatTemplate(), new BeatTemplate()};
    private int dominant;

    BeatTemplate dominant() {
        return templates[dominant];
    }

    /** Whether {@code beat} has the dominant shape. */
    boolean isDominantShape(CutWindow beat) {
        return dominant().correlation(beat) >= SAME_SHAPE;
    }

    /** Lays every shape there is over the signal of {@code alignment}. */
    void layOver(Alignment alignment) {
        for (BeatTemplate template : templates) {
            if (!template.isEmpty()) {
                alignment.layOver(template);
            }
        }
    }

    /**
     * The shape to compare {@code beat} with: of those that often come and come on time, the one it is most like. Beats of
     * an intermittent bundle branch block or pre-excitation are thus compared with their own kind, ectopic ones with a
     * normal beat.
     */
    BeatTemplate normalFor(CutWindow beat) {
        BeatTemplate best = dominant();
        double bestCorrelation = best.correlation(beat);
        for (int i = 0; i < templates.length; i++) {
            boolean normal = share(i) >= NORMAL_SHARE && templates[i].prematurity() > NORMAL_PREMATURITY;
            double correlation = normal ? templates[i].correlation(beat) : -1;
            if (correlation > bestCorrelation) {
                best = templates[i];
                bestCorrelation = correlation;
            }
        }
        return best;
    }

    /** The shape that {@code beat} is most like. */
    int bestMatch(CutWindow beat) {
        int best = dominant;
        double bestCorrelation = dominant().correlation(beat);
        for (int i = 0; i < templates.length; i++) {
            double correlation = templates[i].isEmpty() ? -1 : templates[i].correlation(beat);
            if (correlation > bestCorrelation) {
                best = i;
                bestCorrelation = correlation;
            }
        }
        return best;
    }

    double correlation(int shape, CutWindow beat) {
        return templates[shape].correlation(beat);
    }

    /** How much of the recent past had this shape, 0 to 1, premature beats counting little. */
    double share(int shape) {
        double total = 0;
        for (BeatTemplate template : templates) {
            total += template.weight();
        }
        return total > 0 ? templates[shape].weight() / total : 0;
    }

    /** How early beats of this shape usually come: mean log of RR interval over the usual one. */
    double prematurity(int shape) {
        return templates[shape].prematurity();
    }

    boolean isDominant(int shape) {
        return shape == dominant;
    }

    /**
     * Takes {@code beat} into the shape it belongs to. {@code prematurity} is the log of its RR interval over the usual
     * one, 0 when unknown. A premature beat hardly counts in the election of the
     * dominant shape: an ectopic focus must not come to stand for the patient's normal beat by being frequent.
     */
    void learn(CutWindow beat, double prematurity) {
        double vote = prematurity < PREMATURE ? PREMATURE_VOTE : 1;
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
            templates[best].absorb(beat, vote, prematurity);
        } else if (dominant().isEmpty()) {
            dominant().restartFrom(beat, vote, prematurity);
        } else {
            templates[rarest].restartFrom(beat, vote, prematurity);
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
