package org.rwave.ecg.simulate;

/**
 * Steps that interrupt the base rhythm. One beat of it lies between two of them, so that a couplet after a couplet is not a
 * run of four.
 */
final class EctopicSteps {
    /** From here on a run of ventricular beats is a tachycardia, below it an idioventricular rhythm. */
    private static final double TACHYCARDIA_BPM = 100;

    /** EC57 (2012) counts three ventricular beats in a row as a run. */
    private static final int SHORTEST_RUN = 3;

    private EctopicSteps() {}

    static Step prematureAtrial() {
        return Step.once(heart -> {
            heart.resume();
            heart.atrialPremature(heart.random().between(0.58, 0.8));
            heart.baseBeat();
        });
    }

    static Step prematureVentricular() {
        return Step.once(heart -> {
            heart.resume();
            heart.ventricularPremature(heart.someForm(), ventricularCoupling(heart));
            heart.ectopyEnds();
        });
    }

    /** A ventricular beat shortly before the sinus beat, whose P wave may already have begun. */
    static Step lateVentricular() {
        return Step.once(heart -> {
            heart.resume();
            heart.ventricularPremature(heart.someForm(), heart.random().between(0.82, 0.95));
            heart.ectopyEnds();
        });
    }

    static Step fusion() {
        return Step.once(heart -> {
            heart.resume();
            heart.fusion();
            heart.baseBeat();
        });
    }

    static Step unknown() {
        return Step.once(heart -> {
            heart.resume();
            heart.unknown();
            heart.baseBeat();
        });
    }

    /** {@code beats} ventricular beats at {@code bpm}. */
    static Step ventricularRun(int beats, double bpm) {
        return Step.once(heart -> {
            heart.resume();
            VentricularForm form = heart.someForm();
            heart.ventricularPremature(form, ventricularCoupling(heart));
            announceRun(heart, beats, bpm);
            for (int i = 1; i < beats; i++) {
                heart.ventricularFollowing(form, 60 / bpm * heart.random().near(1, 0.02));
            }
            heart.ectopyEnds();
        });
    }

    /** Ventricular beats at {@code bpm} for {@code seconds}, the first of them early. */
    static Step ventricularRhythm(double bpm, double seconds) {
        return ventricularRhythm(bpm, seconds, EctopicSteps::ventricularCoupling);
    }

    /** Ventricular beats at {@code bpm} for {@code seconds}, the first when a sinus beat was due or shortly before. */
    static Step ventricularEscape(double bpm, double seconds) {
        return ventricularRhythm(bpm, seconds, heart -> heart.random().between(0.85, 1));
    }

    private static Step ventricularRhythm(double bpm, double seconds, Coupling coupling) {
        return heart -> {
            heart.resume();
            VentricularForm form = heart.someForm();
            heart.ventricularPremature(form, coupling.of(heart));
            announceRun(heart, SHORTEST_RUN, bpm);
            double until = heart.lastBeatSeconds() + seconds;
            return () -> {
                double interval = 60 / bpm * heart.random().near(1, 0.015);
                if (heart.lastBeatSeconds() + interval < until) {
                    heart.ventricularFollowing(form, interval);
                    return true;
                }
                heart.ectopyEnds();
                return false;
            };
        };
    }

    /** How early an ectopic beat is, as a share of the RR interval. */
    private interface Coupling {
        double of(Heart heart);
    }

    /**
     * A ventricular focus that the sinus node does not reset: every {@code periodSeconds} for {@code seconds} it beats, unless
     * the ventricles are refractory or a sinus beat comes at that very moment, which then is a fusion beat.
     */
    static Step parasystole(double periodSeconds, double seconds) {
        return heart -> {
            heart.resume();
            VentricularForm form = heart.someForm();
            double until = heart.cursorSeconds() + seconds;
            double[] next = {heart.lastBeatSeconds() + periodSeconds};
            return () -> {
                if (heart.dueSeconds() >= until) {
                    return false;
                }
                while (next[0] < heart.lastBeatSeconds() + 0.4) {
                    next[0] += periodSeconds;
                }
                if (next[0] > heart.dueSeconds() + 0.05) {
                    heart.baseBeat();
                } else if (next[0] > heart.dueSeconds() - 0.05) {
                    heart.fusion();
                } else {
                    heart.ventricularAt(form, next[0]);
                    heart.recover();
                }
                return true;
            };
        };
    }

    private static void announceRun(Heart heart, int beats, double bpm) {
        if (beats >= SHORTEST_RUN) {
            heart.announce(bpm > TACHYCARDIA_BPM ? "(VT" : "(IVR", heart.lastBeatSeconds());
        }
    }

    /** {@code beats} atrial ectopic beats at {@code bpm}. */
    static Step atrialRun(int beats, double bpm) {
        return Step.once(heart -> {
            heart.resume();
            heart.atrialPremature(heart.random().between(0.58, 0.75));
            if (beats >= SHORTEST_RUN) {
                heart.announce("(SVTA", heart.lastBeatSeconds());
            }
            for (int i = 1; i < beats; i++) {
                heart.atrialFollowing(60 / bpm * heart.random().near(1, 0.01));
            }
            heart.baseBeat();
        });
    }

    /** {@code beats} beats of an atrial focus at {@code bpm}, each interval off by {@code jitter} of it: faster than the sinus node, and no more. */
    static Step atrialRhythm(int beats, double bpm, double jitter) {
        return Step.once(heart -> {
            heart.resume();
            for (int i = 0; i < beats; i++) {
                heart.atrialFollowing(Math.max(0.3, 60 / bpm * heart.random().near(1, jitter)));
            }
            heart.baseBeat();
        });
    }

    /** {@code cycles} times {@code normals} beats of the base rhythm and one ventricular premature beat. */
    static Step alternating(String name, int normals, int cycles) {
        return alternating(name, normals, cycles, EctopicSteps::ventricularCoupling, true);
    }

    /**
     * The same with ventricular beats after {@code share} of the RR interval, give or take {@code spread}; where they are not
     * {@code compensated} they reset the sinus node.
     */
    static Step alternating(String name, int normals, int cycles, double share, double spread, boolean compensated) {
        Coupling coupling = heart -> Math.min(1, heart.random().near(share, spread));
        return alternating(name, normals, cycles, coupling, compensated);
    }

    private static Step alternating(String name, int normals, int cycles, Coupling coupling, boolean compensated) {
        return heart -> {
            heart.resume();
            VentricularForm form = heart.someForm();
            heart.announce(name, heart.cursorSeconds());
            int[] played = {0};
            return () -> {
                for (int i = 0; i < normals; i++) {
                    heart.baseBeatWithin();
                }
                heart.ventricularPremature(form, coupling.of(heart));
                if (!compensated) {
                    heart.resetSinus();
                }
                if (++played[0] < cycles) {
                    heart.recover();
                    return true;
                }
                heart.ectopyEnds();
                return false;
            };
        };
    }

    /** Fixed coupling is the habit of ventricular ectopy: it varies little around the patient's own. */
    private static double ventricularCoupling(Heart heart) {
        return heart.random().near(0.62, 0.04);
    }
}
