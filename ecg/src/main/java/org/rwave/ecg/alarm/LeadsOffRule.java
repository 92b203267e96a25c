package org.rwave.ecg.alarm;

import java.util.List;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * No lead to go by: all are off or flat, for 2 s. The patient is not being monitored, and the physiological alarms say
 * nothing (Philips and Mindray: "ECG Leads Off" suspends arrhythmia analysis). Ends with a usable lead for 1 s.
 */
final class LeadsOffRule {
    static final String VERSION = "leads-off-1";

    private final long leastMicros;
    private final long endMicros;
    private final HeldCondition off;

    LeadsOffRule(AlarmSettings settings, SamplingRate rate) {
        leastMicros = settings.micros(AlarmThreshold.SIGNAL_LOST_SECONDS);
        endMicros = settings.micros(AlarmThreshold.LEADS_ON_SECONDS);
        off = new HeldCondition(rate);
    }

    /** Whether an R peak on at least one lead could be seen at all. */
    static boolean hasUsableLead(List<LeadStatus> leads) {
        return leads.contains(LeadStatus.GOOD) || leads.contains(LeadStatus.NOISY);
    }

    Claim judge(List<LeadStatus> leads, long now, boolean active) {
        off.tick(now, !hasUsableLead(leads));
        if (active) {
            return off.isAbsentFor(endMicros, now) ? Claim.end("a usable lead") : Claim.NOTHING;
        }
        return off.isSeenFor(leastMicros, now)
                ? Claim.raise(
                        off.since(),
                        List.of(),
                        "no usable lead, not monitoring " + describe(leads),
                        Criterion.atLeast(
                                AlarmThreshold.SIGNAL_LOST_SECONDS,
                                "without a usable lead",
                                off.lastedMicros(now) / 1e6,
                                leastMicros / 1e6))
                : Claim.NOTHING;
    }

    private static String describe(List<LeadStatus> leads) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < leads.size(); i++) {
            text.append(i == 0 ? "" : ", ").append("lead ").append(i + 1).append(' ');
            text.append(leads.get(i) == LeadStatus.FLAT ? "flat" : "off");
        }
        return text.append(leads.isEmpty() ? "no lead)" : ")").toString();
    }

    void save(SnapshotWriter out, long now) {
        off.save(out, now);
    }

    void load(SnapshotReader in, long now) {
        off.load(in, now);
    }
}
