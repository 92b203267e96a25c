package org.rwave.producer;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.RecordedSignal;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/**
 * A source read once into memory, for its clones to share: a thousand clones of one record need one file and the samples
 * of one record (4 bytes each).
 */
final class SharedSource implements ReplaySource {
    private static final int SAMPLES_PER_READ = 8192;

    private final ReplaySource original;
    private int[] raw = {};
    private boolean isLoaded;
    private SamplingRate rate;
    private List<RecordedSignal> signals = List.of();
    private List<Lead> leads = List.of();
    private Optional<Instant> start = Optional.empty();
    private Optional<List<Annotation>> annotations = Optional.empty();

    SharedSource(ReplaySource original) {
        this.original = original;
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public String origin() {
        return original.origin();
    }

    @Override
    public Recording open() throws IOException {
        load();
        return new InMemory();
    }

    @Override
    public Optional<Iterator<Annotation>> annotations(SamplingRate unused) throws IOException {
        load();
        return annotations.map(List::iterator);
    }

    private void load() throws IOException {
        if (isLoaded) {
            return;
        }
        try (Recording recording = original.open()) {
            rate = recording.rate();
            signals = recording.signals();
            leads = recording.leads();
            start = recording.start();
            raw = readAll(recording);
        }
        Optional<Iterator<Annotation>> all = original.annotations(rate);
        if (all.isPresent()) {
            List<Annotation> list = new ArrayList<>();
            all.get().forEachRemaining(list::add);
            annotations = Optional.of(List.copyOf(list));
        }
        isLoaded = true;
    }

    private static int[] readAll(Recording recording) throws IOException {
        int leadCount = recording.leads().size();
        int[] part = new int[SAMPLES_PER_READ * leadCount];
        int[] all = new int[4 * part.length];
        int length = 0;
        int read = recording.read(part, SAMPLES_PER_READ);
        while (read > 0) {
            int values = read * leadCount;
            if (length + values > all.length) {
                all = Arrays.copyOf(all, Math.multiplyExact(2, all.length));
            }
            System.arraycopy(part, 0, all, length, values);
            length += values;
            read = recording.read(part, SAMPLES_PER_READ);
        }
        return Arrays.copyOf(all, length);
    }

    /** The loaded samples as one more recording. */
    private final class InMemory implements Recording {
        private int position;

        @Override
        public String name() {
            return original.name();
        }

        @Override
        public SamplingRate rate() {
            return rate;
        }

        @Override
        public List<RecordedSignal> signals() {
            return signals;
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
            return start;
        }

        @Override
        public int read(int[] into, int maxSamples) {
            int count = Math.min(maxSamples, samples() - position);
            System.arraycopy(raw, position * leads.size(), into, 0, count * leads.size());
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
}
