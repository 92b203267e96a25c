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

    private final int[] indexes;
    private final double[] millivoltsPerUnit;
    private final double[] baseline;
    private final LeadQuality[] qualities;
    private final double[][] millivolts;
    private final boolean[] usable = new boolean[Preprocessing.LEADS];

    MonitoredLeads(List<Lead> leads, SamplingRate rate) {
        indexes = select(leads);
        millivoltsPerUnit = new double[indexes.length];
        baseline = new double[indexes.length];
        qualities = new LeadQuality[indexes.length];
        millivolts = new double[indexes.length][Conditioner.LONGEST_RUN];
        for (int i = 0; i < indexes.length; i++) {
            Lead lead = leads.get(indexes[i]);
            millivoltsPerUnit[i] = lead.microvoltsPerUnit() * 1e-3;
            baseline[i] = lead.baselineUnits();
            qualities[i] = new LeadQuality(rate);
        }
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
     * Of {@code frames} frames, how many can be taken together: the leads' status changes with the first of them or not
     * at all.
     */
    int longestRun(int frames) {
        int toNext = qualities[0].samplesToNextJudgement();
        int steady = toNext > 0 ? toNext : qualities[0].samplesOfBlock();
        return Math.min(Math.min(frames, steady), Conditioner.LONGEST_RUN);
    }

    /**
     * {@code count} frames of {@code chunk} from {@code sample} on in millivolts, {@code [lead][frame]}, NaN where missing;
     * valid until the next call. At most {@link #longestRun}.
     */
    double[][] run(WaveformChunk chunk, int sample, int count) {
        for (int i = 0; i < indexes.length; i++) {
            double[] row = millivolts[i];
            chunk.read(indexes[i], sample, count, row);
            for (int k = 0; k < count; k++) {
                row[k] = row[k] == WaveformChunk.MISSING ? Double.NaN : (row[k] - baseline[i]) * millivoltsPerUnit[i];
            }
            qualities[i].accept(row, count);
            judge(i);
        }
        return millivolts;
    }

    private void judge(int lead) {
        LeadStatus status = qualities[lead].status();
        usable[lead] = status == LeadStatus.GOOD || status == LeadStatus.NOISY;
    }

    /** Which leads can be trusted now, always two entries; valid until the next call of {@link #run}. */
    boolean[] usable() {
        return usable;
    }

    boolean anyUsable() {
        return usable[0] || usable[1];
    }

    boolean noneGood() {
        for (LeadQuality quality : qualities) {
            if (quality.status() == LeadStatus.GOOD) {
                return false;
            }
        }
        return true;
    }

    List<LeadStatus> statuses() {
        List<LeadStatus> statuses = new ArrayList<>(qualities.length);
        for (LeadQuality quality : qualities) {
            statuses.add(quality.status());
        }
        return statuses;
    }

    void reset() {
        for (LeadQuality quality : qualities) {
            quality.reset();
        }
    }

    void save(SnapshotWriter out) {
        for (LeadQuality quality : qualities) {
            quality.save(out);
        }
    }

    void load(SnapshotReader in) {
        for (int i = 0; i < qualities.length; i++) {
            qualities[i].load(in);
            judge(i);
        }
    }
}
