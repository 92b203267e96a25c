package org.rwave.ecg.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/** A generated test signal as a recording in memory. Its samples are shared, its position is its own. */
final class WaveformRecording implements Recording {
    private final String name;
    private final SamplingRate rate;
    private final List<Lead> leads;
    private final short[] raw; // [sample][lead]
    private int position;

    WaveformRecording(String name, SamplingRate rate, List<Lead> leads, short[] raw) {
        this.name = name;
        this.rate = rate;
        this.leads = leads;
        this.raw = raw;
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
        return OptionalLong.of(samples());
    }

    private int samples() {
        return raw.length / leads.size();
    }

    @Override
    public Optional<Instant> start() {
        return Optional.empty();
    }

    @Override
    public int read(int[] into, int maxSamples) {
        int count = Math.min(maxSamples, samples() - position);
        int from = position * leads.size();
        for (int i = 0; i < count * leads.size(); i++) {
            into[i] = raw[from + i];
        }
        position += count;
        return count;
    }

    @Override
    public void seek(long sampleIndex) {
        position = (int) Math.min(samples(), sampleIndex);
    }

    @Override
    public void close() {}
}
