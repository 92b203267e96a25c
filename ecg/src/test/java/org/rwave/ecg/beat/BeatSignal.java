package org.rwave.ecg.beat;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;

/** A conditioned two-lead signal for tests: bell-shaped beats on a flat line, at positions of the test's choosing. */
final class BeatSignal {
    static final TimeAnchor ANCHOR = new TimeAnchor(0, 1_000_000, new SamplingRate(Preprocessing.HERTZ));
    private static final boolean[] BOTH = {true, true};

    record Bump(long at, double millivolts, double widthSamples) {}

    private final List<Bump> bumps = new ArrayList<>();

    BeatSignal narrow(long at) {
        bumps.add(new Bump(at, 1.0, 3));
        return this;
    }

    BeatSignal wide(long at) {
        bumps.add(new Bump(at, -2.0, 12));
        return this;
    }

    /** What is cut around sample 150 of this signal. */
    CutWindow window(boolean[] usable) {
        ConditionedHistory history = new ConditionedHistory();
        for (int i = 0; i < 300; i++) {
            history.append(at(i));
        }
        CutWindow window = new CutWindow();
        window.cut(history, 150, usable);
        return window;
    }

    double[] at(long index) {
        double sum = 0;
        for (Bump bump : bumps) {
            double distance = (index - bump.at()) / bump.widthSamples();
            sum += bump.millivolts() * Math.exp(-0.5 * distance * distance);
        }
        return new double[] {sum, -0.5 * sum};
    }

    /** Feeds samples [{@code from}, {@code to}) with each bump as an R peak; gives the decided beats. */
    List<ClassifiedBeat> feed(BeatLabeller labeller, long from, long to) {
        return feed(labeller, from, to, false);
    }

    /** The same, saying of each beat whether the signal around it is noisy. */
    List<ClassifiedBeat> feed(BeatLabeller labeller, long from, long to, boolean lowQuality) {
        List<ClassifiedBeat> decided = new ArrayList<>();
        for (long i = from; i < to; i++) {
            labeller.sample(at(i));
            for (Bump bump : bumps) {
                if (bump.at() + BeatLabeller.REACH == i + 1) {
                    labeller.rPeak((double) bump.at(), bump.at(), BOTH, lowQuality);
                }
            }
            labeller.decide(ANCHOR, decided);
        }
        return decided;
    }
}
