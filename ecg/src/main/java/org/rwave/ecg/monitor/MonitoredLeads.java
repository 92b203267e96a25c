package org.rwave.ecg.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.signal.Conditioner;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.LeadQuality;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The one or two leads of a patient that are monitored: lead II first where there is one, since P waves and the models'
 * training data are there, then the first other ECG lead. Converts raw units and keeps each lead's status.
 */
final class MonitoredLeads {
    private static final Set<String> LEAD_TWO = Set.of("MLII", "II", "ML2", "ECG II", "ECG LEAD II", "LEAD II");
    private static final Set<String> NOT_ECG = Set.of(
            "ABP", "ART", "BP", "PAP", "CVP", "ICP", "PLETH", "RESP", "CO2", "SPO2", "NBP", "EEG", "EMG", "EOG", "SV");

    /** A work area of the thread. */
    private static final ThreadLocal<double[][]> MILLIVOLTS =
            ThreadLocal.withInitial(() -> new double[Preprocessing.LEADS][Conditioner.LONGEST_RUN]);

    private final int[] indexes;
    private final double[] millivoltsPerUnit;
    private final double[] baseline;
    private final LeadQuality[] qualities;

    /** The frames taken last, until this thread takes some of another patient. */
    private double[][] millivolts = MILLIVOLTS.get();

    private final LeadStatus[] statuses;
    private final boolean[] usable = new boolean[Preprocessing.LEADS];
    private List<LeadStatus> stated = List.of();

    /** Whether the next frame has been judged already; never so between two chunks. */
    private boolean isNextJudged;

    MonitoredLeads(List<Lead> leads, SamplingRate rate) {
        indexes = select(leads);
        millivoltsPerUnit = new double[indexes.length];
        baseline = new double[indexes.length];
        qualities = new LeadQuality[indexes.length];
        statuses = new LeadStatus[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            Lead lead = leads.get(indexes[i]);
            millivoltsPerUnit[i] = lead.microvoltsPerUnit() * 1e-3;
            baseline[i] = lead.baselineUnits();
            qualities[i] = new LeadQuality(rate);
        }
        followStatus();
    }

    /** Indexes of the leads to monitor, at most two. */
    static int[] select(List<Lead> leads) {
        List<Integer> ecg = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            if (!NOT_ECG.contains(leads.get(i).name().toUpperCase(Locale.ROOT))) {
                ecg.add(i);
            }
        }
        if (ecg.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of the leads " + leads.stream().map(Lead::name).toList() + " is an ECG lead");
        }
        ecg.stream().filter(i -> isLeadTwo(leads.get(i))).findFirst().ifPresent(leadTwo -> {
            ecg.remove(leadTwo);
            ecg.add(0, leadTwo);
        });
        return ecg.stream()
                .limit(Preprocessing.LEADS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean isLeadTwo(Lead lead) {
        return LEAD_TWO.contains(lead.name().toUpperCase(Locale.ROOT))
                || lead.mdcCode().equals("MDC_ECG_LEAD_II");
    }

    int count() {
        return indexes.length;
    }

    /**
     * Takes frames of {@code chunk} from {@code sample} on, at most {@code most}: as many as have one status, that of the
     * first of them.
     *
     * @return how many, at least one; {@link #millivolts} has them
     */
    int take(WaveformChunk chunk, int sample, int most) {
        int count = Math.min(most, Conditioner.LONGEST_RUN);
        millivolts = MILLIVOLTS.get();
        for (int i = 0; i < indexes.length; i++) {
            double[] row = millivolts[i];
            chunk.read(indexes[i], sample, count, row);
            for (int k = 0; k < count; k++) {
                row[k] = row[k] == WaveformChunk.MISSING ? Double.NaN : (row[k] - baseline[i]) * millivoltsPerUnit[i];
            }
        }
        int judged = isNextJudged ? 1 : 0;
        isNextJudged = false;
        followStatus();
        while (judged < count) {
            int run = Math.min(count - judged, qualities[0].samplesToNextJudgement() + 1);
            for (int i = 0; i < indexes.length; i++) {
                qualities[i].accept(millivolts[i], judged, run);
            }
            judged += run;
            if (hasStatusChanged()) {
                if (judged > 1) {
                    isNextJudged = true;
                    return judged - 1;
                }
                followStatus();
            }
        }
        return count;
    }

    private boolean hasStatusChanged() {
        for (int i = 0; i < qualities.length; i++) {
            if (qualities[i].status() != statuses[i]) {
                return true;
            }
        }
        return false;
    }

    private void followStatus() {
        if (hasStatusChanged()) {
            for (int i = 0; i < qualities.length; i++) {
                statuses[i] = qualities[i].status();
                usable[i] = statuses[i] == LeadStatus.GOOD || statuses[i] == LeadStatus.NOISY;
            }
            stated = List.of(statuses);
        }
    }

    /** The frames taken last, {@code [lead][frame]}, millivolts, NaN where missing; valid until the next are taken. */
    double[][] millivolts() {
        return millivolts;
    }

    /** Which leads can be trusted now, always two entries; valid until the next call of {@link #take}. */
    boolean[] usable() {
        return usable;
    }

    boolean anyUsable() {
        return usable[0] || usable[1];
    }

    boolean noneGood() {
        return !stated.contains(LeadStatus.GOOD);
    }

    List<LeadStatus> statuses() {
        return stated;
    }

    void reset() {
        for (LeadQuality quality : qualities) {
            quality.reset();
        }
        followStatus();
    }

    void save(SnapshotWriter out) {
        for (LeadQuality quality : qualities) {
            quality.save(out);
        }
    }

    void load(SnapshotReader in) {
        for (int i = 0; i < qualities.length; i++) {
            qualities[i].load(in);
        }
        followStatus();
    }
}
