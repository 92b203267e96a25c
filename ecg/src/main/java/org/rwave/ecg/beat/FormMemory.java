package org.rwave.ecg.beat;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * What the model has said of this patient's beats of one form counts for the next beat of that form: a focus gives the
 * same complex again and again, sometimes early and sometimes not, now clean and now with noise on it, and is
 * ventricular or not as a whole. The log-odds of being ventricular that the model gives a beat by itself are drawn
 * towards their mean over the earlier beats of the form, by at most {@value #MOST_SAY} of the way; the other four classes keep
 * their proportions. The mean is of what the model said of each beat alone, never of what was made of it here, so that no
 * opinion feeds itself. Only earlier beats count: nothing is delayed.
 *
 * <p>The constants come from cross-validation on DS1, where neighbouring values do as well ({@code docs/training.md}).
 */
final class FormMemory {
    private static final int FORMS = 8;

    /** Work areas of the thread. */
    private static final ThreadLocal<QrsShifts> BEAT = ThreadLocal.withInitial(QrsShifts::new);

    private static final ThreadLocal<double[]> LIKENESSES = ThreadLocal.withInitial(() -> new double[QrsShifts.COUNT]);

    /** A beat that correlates less than this with every form founds its own. */
    private static final double SAME_FORM = 0.85;

    private static final double MOST_SAY = 0.8;

    /** After so many beats of a form its memory has half of its greatest say. */
    private static final int HALF_SAY = 10;

    /** Beyond odds of 3000 to 1 a model's certainty says nothing more. */
    private static final double MOST_LOG_ODDS = 8;

    private final BeatForm[] forms = new BeatForm[FORMS];

    /**
     * The beat judged last, until this thread judges one of another patient; the form that it has or -1, where it lies on
     * that form, and what the model said of it.
     */
    private QrsShifts beat = BEAT.get();

    private int form = -1;

    private int shift;
    private double logOdds;

    FormMemory() {
        Arrays.setAll(forms, i -> new BeatForm());
    }

    /** What is to be said of the beat in {@code window}, of which the model by itself says {@code alone}. */
    ClassProbabilities judge(CutWindow window, ClassProbabilities alone) {
        beat = BEAT.get();
        beat.take(window);
        findForm();
        double ventricular = alone.of(BeatClass.V);
        logOdds = Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, Math.log(ventricular / (1 - ventricular))));
        return form >= 0 ? with(forms[form], alone) : alone;
    }

    private ClassProbabilities with(BeatForm known, ClassProbabilities alone) {
        double say = MOST_SAY * known.opinions() / (known.opinions() + HALF_SAY);
        double drawn = logOdds + say * (known.logOdds() - logOdds);
        return alone.with(BeatClass.V, (float) (1 / (1 + Math.exp(-drawn))));
    }

    private void findForm() {
        form = -1;
        shift = QrsShifts.NONE;
        double best = SAME_FORM;
        double[] likenesses = LIKENESSES.get();
        for (int i = 0; i < FORMS; i++) {
            if (forms[i].weight() > 0) {
                forms[i].likenesses(beat, likenesses);
                for (int at = 0; at < QrsShifts.COUNT; at++) {
                    if (likenesses[at] > best) {
                        best = likenesses[at];
                        form = i;
                        shift = at;
                    }
                }
            }
        }
    }

    /** Takes the beat that has just been judged into memory, in place of the rarest form where it has none of those known. */
    void learn() {
        int rarest = 0;
        for (int i = 0; i < FORMS; i++) {
            forms[i].fade();
            rarest = forms[i].weight() < forms[rarest].weight() ? i : rarest;
        }
        if (form >= 0) {
            forms[form].absorb(beat, shift, logOdds);
        } else {
            forms[rarest].restartFrom(beat, shift, logOdds);
        }
    }

    void save(SnapshotWriter out) {
        for (BeatForm known : forms) {
            known.save(out);
        }
    }

    void load(SnapshotReader in) {
        for (BeatForm known : forms) {
            known.load(in);
        }
    }
}
