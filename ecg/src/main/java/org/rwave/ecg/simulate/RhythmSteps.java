package org.rwave.ecg.simulate;

/** Steps that last a given time: base rhythms, standstill, flutter and fibrillation of the ventricles. */
final class RhythmSteps {
    private static final double FLUTTER_CYCLE_SECONDS = 0.22;
    private static final double FLUTTER_MILLIVOLTS = 1.1;

    private RhythmSteps() {}

    static Step base(BaseRhythm rhythm, double seconds) {
        return heart -> {
            heart.resume();
            heart.settle(rhythm);
            double start = heart.cursorSeconds();
            double until = start + seconds;
            return () -> {
                if (heart.dueSeconds() >= until) {
                    heart.reach(until);
                    return false;
                }
                heart.pace((heart.dueSeconds() - start) / seconds);
                heart.baseBeat();
                return true;
            };
        };
    }

    /**
     * Second-degree AV block, {@code cycles} times: {@code conducted} sinus beats, each with a PR interval {@code
     * prStepSeconds} longer than the one before (0: Mobitz II), then a P wave without a beat.
     */
    static Step avBlock(int conducted, int cycles, double prStepSeconds) {
        return heart -> {
            heart.resume();
            heart.announce("(BII", heart.cursorSeconds());
            int[] played = {0};
            return () -> {
                for (int i = 0; i < conducted; i++) {
                    heart.delayedBeat(i * prStepSeconds);
                }
                heart.blockedBeat();
                return ++played[0] < cycles;
            };
        };
    }

    /** No beat for {@code seconds} after the last one; named as a rhythm where {@code name} is not empty. */
    static Step silence(String name, double seconds) {
        return Step.once(heart -> {
            if (!name.isEmpty()) {
                heart.announce(name, Math.max(heart.cursorSeconds(), heart.lastBeatSeconds() + 0.5));
            }
            heart.silence(seconds);
        });
    }

    /** A regular sine-like oscillation, about 270/min. */
    static Step ventricularFlutter(double seconds) {
        return chaos(
                "(VFL",
                seconds,
                random -> random.near(FLUTTER_CYCLE_SECONDS, 0.004),
                random -> random.near(FLUTTER_MILLIVOLTS, 0.05),
                0.1);
    }

    /** Disorder at 4 to 7 Hz (Clayton, Murray and Campbell 1994), changing from wave to wave. */
    static Step ventricularFibrillation(double seconds) {
        return chaos("(VF", seconds, random -> random.between(0.14, 0.25), random -> random.between(0.15, 0.75), 1);
    }

    private interface Draw {
        double from(Randomness random);
    }

    private static Step chaos(String name, double seconds, Draw cycle, Draw millivolts, double disorder) {
        return heart -> {
            heart.chaosBegins(name);
            double until = heart.cursorSeconds() + seconds;
            return () -> {
                double next = cycle.from(heart.random());
                if (heart.lastBeatSeconds() + next >= until) {
                    heart.chaosEnds(until);
                    return false;
                }
                heart.chaoticWave(next, millivolts.from(heart.random()), disorder);
                return true;
            };
        };
    }
}
