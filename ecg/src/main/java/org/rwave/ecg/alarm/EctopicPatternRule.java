package org.rwave.ecg.alarm;

import org.rwave.ecg.rhythm.BeatHistory;

/**
 * Every second (bigeminy) or third (trigeminy) beat ventricular for at least three cycles (Mindray, Philips: 3 cycles). All
 * beats of good quality. Ends when the pattern breaks, as soon as the beats since its last ventricular one contradict it.
 */
final class EctopicPatternRule implements BeatRule {
    private final AlarmKind kind;
    private final int period;
    private final int cycles;

    private EctopicPatternRule(AlarmKind kind, int period, int cycles) {
        this.kind = kind;
        this.period = period;
        this.cycles = cycles;
    }

    static EctopicPatternRule bigeminy(AlarmSettings settings) {
        return new EctopicPatternRule(AlarmKind.BIGEMINY, 2, settings.count(AlarmThreshold.BIGEMINY_CYCLES));
    }

    static EctopicPatternRule trigeminy(AlarmSettings settings) {
        return new EctopicPatternRule(AlarmKind.TRIGEMINY, 3, settings.count(AlarmThreshold.TRIGEMINY_CYCLES));
    }

    @Override
    public AlarmKind kind() {
        return kind;
    }

    @Override
    public String version() {
        return kind == AlarmKind.BIGEMINY ? "bigeminy-1" : "trigeminy-1";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        if (active) {
            return isBroken(beats) ? Claim.end("another pattern of beats") : Claim.NOTHING;
        }
        if (!beats.isEctopicEvery(period, cycles, 0)) {
            return Claim.NOTHING;
        }
        int counted = period * cycles;
        return Claim.raise(
                beats.sampleIndex(counted - 1),
                beats.sampleIndexes(0, counted),
                cycles + " times " + (period == 2 ? "one beat" : "two beats") + " and a ventricular one",
                Criterion.atLeast(
                        period == 2 ? AlarmThreshold.BIGEMINY_CYCLES : AlarmThreshold.TRIGEMINY_CYCLES,
                        "cycles of " + period + " beats, the last of each ventricular",
                        cycles,
                        cycles),
                Criterion.allReliable(counted));
    }

    /** Two ventricular beats less than a period apart, or none for a period. */
    private boolean isBroken(BeatHistory beats) {
        if (beats.size() < period) {
            return false;
        }
        int ventricular = 0;
        for (int back = 0; back < period; back++) {
            ventricular += beats.isVentricular(back) ? 1 : 0;
        }
        return ventricular != 1;
    }
}
