package org.rwave.ecg.recording;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/** Some signals of a recording, in an order of choice. */
final class SelectedSignals implements Recording {
    private final Recording all;
    private final int[] selected;
    private final int allCount;
    private int[] block = new int[0];

    SelectedSignals(Recording all, int[] selected) {
        this.all = all;
        this.selected = selected.clone();
        this.allCount = all.leads().size();
    }

    @Override
    public String name() {
        return all.name();
    }

    @Override
    public SamplingRate rate() {
        return all.rate();
    }

    @Override
    public List<Lead> leads() {
        return Arrays.stream(selected).mapToObj(all.leads()::get).toList();
    }

    @Override
    public List<RecordedSignal> signals() {
        return Arrays.stream(selected).mapToObj(all.signals()::get).toList();
    }

    @Override
    public List<String> comments() {
        return all.comments();
    }

    @Override
    public Optional<Counter> counter() {
        return all.counter();
    }

    @Override
    public OptionalLong length() {
        return all.length();
    }

    @Override
    public Optional<Instant> start() {
        return all.start();
    }

    @Override
    public int read(int[] raw, int maxSamples) throws IOException {
        if (block.length < maxSamples * allCount) {
            block = new int[maxSamples * allCount];
        }
        int count = all.read(block, maxSamples);
        for (int i = 0; i < selected.length; i++) {
            for (int n = 0, from = selected[i], to = i; n < count; n++, from += allCount, to += selected.length) {
                raw[to] = block[from];
            }
        }
        return count;
    }

    @Override
    public void seek(long sampleIndex) throws IOException {
        all.seek(sampleIndex);
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
