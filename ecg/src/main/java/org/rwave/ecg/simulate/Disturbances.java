package org.rwave.ecg.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which disturbances are at work: what they add up to. */
final class Disturbances {
    private record Active(HeartEvent.Disturbance disturbance, long endSample) {}

    private final double rateHertz;
    private final List<Active> active = new ArrayList<>();
    private final double[] levels = new double[DisturbanceKind.values().length];
    private long nextEndSample = Long.MAX_VALUE;

    Disturbances(double rateHertz) {
        this.rateHertz = rateHertz;
    }

    void start(HeartEvent.Disturbance disturbance) {
        double end = disturbance.seconds() + disturbance.lengthSeconds();
        active.add(new Active(disturbance, Math.round(end * rateHertz)));
        recompute();
    }

    /** The first sample at which one of them ends. */
    long nextEndSample() {
        return nextEndSample;
    }

    void endUntil(long sample) {
        active.removeIf(one -> one.endSample() <= sample);
        recompute();
    }

    /** Millivolts of all active disturbances of this kind. */
    double level(DisturbanceKind kind) {
        return levels[kind.ordinal()];
    }

    /** What is wrong with {@code lead}; missing outweighs flat. */
    Optional<DisturbanceKind> fault(int lead) {
        Optional<DisturbanceKind> fault = Optional.empty();
        for (Active one : active) {
            DisturbanceKind kind = one.disturbance().kind();
            if (kind.isLeadFault() && one.disturbance().lead() == lead) {
                if (kind == DisturbanceKind.LEAD_MISSING) {
                    return Optional.of(kind);
                }
                fault = Optional.of(kind);
            }
        }
        return fault;
    }

    private void recompute() {
        Arrays.fill(levels, 0);
        nextEndSample = Long.MAX_VALUE;
        for (Active one : active) {
            levels[one.disturbance().kind().ordinal()] += one.disturbance().millivolts();
            nextEndSample = Math.min(nextEndSample, one.endSample());
        }
    }
}
