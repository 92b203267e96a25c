package org.rwave.ecg.alarm;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rwave.ecg.rhythm.BeatHistory;
import org.rwave.ecg.rhythm.RrIrregularity;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * RR intervals between supraventricular beats irregular ({@link RrIrregularity}) at every beat for 30 s, the least duration
 * at which an irregular rhythm is called atrial fibrillation (ESC guideline, Hindricks et al. 2020). RR alone cannot tell
 * fibrillation from other irregular rhythms, and the alarm does not claim to. Ends when regular at every beat for as long.
 * Too few countable beats leave it as it is. Time in ventricular fibrillation does not count.
 */
final class IrregularRhythmRule {
    static final String VERSION = "irregular-rhythm-2";

    private final long leastMicros;
    private final HeldCondition irregular;

    IrregularRhythmRule(AlarmSettings settings, SamplingRate rate) {
        leastMicros = settings.micros(AlarmThreshold.IRREGULAR_RHYTHM_SECONDS);
        irregular = new HeldCondition(rate);
    }

    Claim judge(BeatHistory beats, boolean active) {
        OptionalDouble irregularity = RrIrregularity.of(beats);
        if (irregularity.isEmpty()) {
            return Claim.NOTHING;
        }
        long beat = beats.sampleIndex(0);
        irregular.tick(beat, irregularity.getAsDouble() >= RrIrregularity.LIMIT);
        if (active) {
            return irregular.isAbsentFor(leastMicros, beat) ? Claim.end("regular intervals") : Claim.NOTHING;
        }
        return irregular.isSeenFor(leastMicros, beat)
                ? Claim.raise(
                        irregular.since(),
                        evidence(beats),
                        describe(irregularity.getAsDouble()),
                        Criterion.fixed(
                                "median difference of successive RR intervals, of their mean",
                                100 * irregularity.getAsDouble(),
                                Criterion.Comparison.AT_LEAST,
                                100 * RrIrregularity.LIMIT,
                                "%"),
                        Criterion.atLeast(
                                AlarmThreshold.IRREGULAR_RHYTHM_SECONDS,
                                "so at every beat, for",
                                irregular.lastedMicros(beat) / 1e6,
                                leastMicros / 1e6))
                : Claim.NOTHING;
    }

    private static List<Long> evidence(BeatHistory beats) {
        return beats.sampleIndexes(0, beats.size());
    }

    private String describe(double irregularity) {
        return String.format(
                Locale.ROOT,
                "intervals differ from the one before by %.0f %% of their mean, for %s",
                100 * irregularity,
                Claim.seconds(leastMicros));
    }

    void forget() {
        irregular.forget();
    }

    void save(SnapshotWriter out, long now) {
        irregular.save(out, now);
    }

    void load(SnapshotReader in, long now) {
        irregular.load(in, now);
    }
}
