package org.rwave.cli.loadtest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;

/**
 * A whole recording in memory, as it goes on the wire: int16 little-endian, interleaved {@code [sample][lead]}. All that
 * play it share these bytes.
 */
final class Signal {
    private static final int READ_SAMPLES = 3_600;

    private final String name;
    private final SamplingRate rate;
    private final List<Lead> leads;
    private final ByteBuffer samples;
    private final int sampleCount;

    private Signal(String name, SamplingRate rate, List<Lead> leads, ByteBuffer samples) {
        this.name = name;
        this.rate = rate;
        this.leads = leads;
        this.samples = samples;
        this.sampleCount = samples.remaining() / frameBytes();
    }

    /**
     * Reads all of {@code recording}, of each frame the first {@code leadCount} leads.
     *
     * @throws CommandFailed when it has fewer leads or no sample
     */
    static Signal read(Recording recording, int leadCount) throws IOException {
        RecordingChunks chunks = new RecordingChunks(recording, READ_SAMPLES, 0);
        if (chunks.leads().size() < leadCount) {
            throw new CommandFailed("record " + recording.name() + " has "
                    + chunks.leads().size() + " leads, so --leads " + leadCount + " cannot be sent");
        }
        List<ByteBuffer> parts = new ArrayList<>();
        int bytes = 0;
        for (Optional<WaveformChunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            ByteBuffer part = firstLeads(chunk.get(), leadCount);
            bytes += part.remaining();
            parts.add(part);
        }
        if (bytes == 0) {
            throw new CommandFailed("record " + recording.name() + " has no samples");
        }
        ByteBuffer all = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        parts.forEach(all::put);
        return new Signal(
                recording.name(), recording.rate(), List.copyOf(chunks.leads().subList(0, leadCount)), all.flip());
    }

    private static ByteBuffer firstLeads(WaveformChunk chunk, int leadCount) {
        ByteBuffer part =
                ByteBuffer.allocate(2 * leadCount * chunk.sampleCount()).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < chunk.sampleCount(); sample++) {
            for (int lead = 0; lead < leadCount; lead++) {
                part.putShort(chunk.raw(sample, lead));
            }
        }
        return part.flip();
    }

    String name() {
        return name;
    }

    SamplingRate rate() {
        return rate;
    }

    List<Lead> leads() {
        return leads;
    }

    /** Samples per lead. */
    int sampleCount() {
        return sampleCount;
    }

    /** {@code count} samples from {@code from} on, going round at the end; not copied unless they do. */
    ByteBuffer samples(long from, int count) {
        int start = (int) (from % sampleCount);
        if (start + count <= sampleCount) {
            return samples.slice(start * frameBytes(), count * frameBytes());
        }
        ByteBuffer round = ByteBuffer.allocate(count * frameBytes());
        for (int taken = 0; taken < count; ) {
            int at = (int) ((from + taken) % sampleCount);
            int length = Math.min(count - taken, sampleCount - at);
            round.put(samples.slice(at * frameBytes(), length * frameBytes()));
            taken += length;
        }
        return round.flip();
    }

    private int frameBytes() {
        return 2 * leads.size();
    }
}
