package org.rwave.trainer.data;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.trainer.data.CaptureVariant.LeadChoice;

/** A whole recording in memory (half an hour of two leads: 5 MB), so that it can be changed before it is played. */
final class LoadedRecording implements Recording {
    private static final int CHUNK_SAMPLES = 8192;
    private static final String LEAD_TWO = "MLII";

    private final String name;
    private final SamplingRate rate;
    private final List<Lead> leads;
    private final int[][] samples;
    private int next;

    /** {@code samples [lead][sample]}, raw units, which this object takes over. */
    LoadedRecording(String name, SamplingRate rate, List<Lead> leads, int[][] samples) {
        this.name = name;
        this.rate = rate;
        this.leads = List.copyOf(leads);
        this.samples = samples;
    }

    /** The rest of {@code recording}. */
    static LoadedRecording of(Recording recording) throws IOException {
        int leadCount = recording.leads().size();
        int[][] samples = new int[leadCount][CHUNK_SAMPLES];
        int[] raw = new int[CHUNK_SAMPLES * leadCount];
        int length = 0;
        for (int count = recording.read(raw, CHUNK_SAMPLES); count > 0; count = recording.read(raw, CHUNK_SAMPLES)) {
            for (int lead = 0; lead < leadCount; lead++) {
                if (length + count > samples[lead].length) {
                    samples[lead] = Arrays.copyOf(samples[lead], 2 * (length + count));
                }
                for (int i = 0; i < count; i++) {
                    samples[lead][length + i] = raw[i * leadCount + lead];
                }
            }
            length += count;
        }
        for (int lead = 0; lead < leadCount; lead++) {
            samples[lead] = Arrays.copyOf(samples[lead], length);
        }
        return new LoadedRecording(recording.name(), recording.rate(), recording.leads(), samples);
    }

    /** The same recording with other samples, {@code [lead][sample]}. */
    LoadedRecording withSamples(int[][] others) {
        return new LoadedRecording(name, rate, leads, others);
    }

    /** What a monitor gets; the first lead is the one that it puts first, lead II where there is one. */
    LoadedRecording with(LeadChoice choice) {
        int first = 0;
        for (int lead = leads.size() - 1; lead >= 0; lead--) {
            first = leads.get(lead).name().equals(LEAD_TWO) ? lead : first;
        }
        if (choice == LeadChoice.BOTH) {
            return this;
        }
        if (leads.size() < 2) {
            throw new IllegalArgumentException("record " + name + " has one lead; " + choice + " needs two");
        }
        int second = first == 0 ? 1 : 0;
        return switch (choice) {
            case FIRST_LEAD -> one(first);
            case SECOND_LEAD -> one(second);
            default -> swapped(first, second);
        };
    }

    private LoadedRecording one(int lead) {
        return new LoadedRecording(name, rate, List.of(leads.get(lead)), new int[][] {samples[lead]});
    }

    private LoadedRecording swapped(int first, int second) {
        List<Lead> renamed = new ArrayList<>(leads);
        renamed.set(first, renamed(leads.get(first), leads.get(second)));
        renamed.set(second, renamed(leads.get(second), leads.get(first)));
        return new LoadedRecording(name, rate, renamed, samples);
    }

    private static Lead renamed(Lead lead, Lead as) {
        return new Lead(as.name(), as.mdcCode(), lead.microvoltsPerUnit(), lead.baselineUnits());
    }

    /** Samples per lead. */
    int sampleCount() {
        return samples[0].length;
    }

    /** Raw units of one sample, {@link Recording#MISSING} where missing. */
    int raw(int lead, int sample) {
        return samples[lead][sample];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SamplingRate rate() {
        return rate;
    }

    @Override
    public List<Lead> leads() {
        return leads;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(sampleCount());
    }

    @Override
    public Optional<Instant> start() {
        return Optional.empty();
    }

    @Override
    public int read(int[] raw, int maxSamples) {
        int count = Math.min(maxSamples, sampleCount() - next);
        for (int i = 0; i < count; i++) {
            for (int lead = 0; lead < samples.length; lead++) {
                raw[i * samples.length + lead] = samples[lead][next + i];
            }
        }
        next += count;
        return count;
    }

    @Override
    public void seek(long sampleIndex) {
        if (sampleIndex < 0 || sampleIndex > sampleCount()) {
            throw new IllegalArgumentException(
                    "sampleIndex must be from 0 to " + sampleCount() + ", was " + sampleIndex);
        }
        next = (int) sampleIndex;
    }

    @Override
    public void close() {}
}
