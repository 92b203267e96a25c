package org.rwave.ecg.alarm;

import java.util.List;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * No good lead but a noisy one, for 10 s: classes cannot be relied on (Mindray "ECG Noisy"; Philips "Cannot Analyze
 * ECG" asks for 20 of 30 s). Ends with a good lead for 5 s; leads off takes its place.
 */
final class NoisySignalRule {
    static final String VERSION = "noisy-signal-1";

    private final long leastMicros;
    private final long endMicros;
    private final HeldCondition noisy;

    NoisySignalRule(AlarmSettings settings, SamplingRate rate) {
        leastMicros = settings.micros(AlarmThreshold.NOISY_SIGNAL_SECONDS);
        endMicros = settings.micros(AlarmThreshold.NOISY_SIGNAL_END_SECONDS);
        noisy = new HeldCondition(rate);
    }

    Claim judge(List<LeadStatus> leads, long now, boolean active) {
        noisy.tick(now, leads.contains(LeadStatus.NOISY) && !leads.contains(LeadStatus.GOOD));
        if (active) {
            return noisy.isAbsentFor(endMicros, now) ? Claim.end("a good lead") : Claim.NOTHING;
        }
        return noisy.isSeenFor(leastMicros, now)
                ? Claim.raise(
                        noisy.since(),
                        List.of(),
                        "no good lead for " + Claim.seconds(leastMicros),
                        Criterion.atLeast(
                                AlarmThreshold.NOISY_SIGNAL_SECONDS,
                                "with a noisy lead and no good one",
                                noisy.lastedMicros(now) / 1e6,
                                leastMicros / 1e6))
                : Claim.NOTHING;
    }

    void save(SnapshotWriter out, long now) {
        noisy.save(out, now);
    }

    void load(SnapshotReader in, long now) {
        noisy.load(in, now);
    }
}
