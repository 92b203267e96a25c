package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.WaveformChunk;

/**
 * Cuts a recording into waveform chunks: the one conversion from recorded values to the 16 bits of the wire, shared by
 * replay, offline annotation and training.
 *
 * <p>Values are carried over as they are, missing ones as {@link WaveformChunk#MISSING}. Leads stored in more than 16
 * bits (formats 24 and 32, BDF) are divided by 2^8 or 2^16, rounded half up, and their microvolts per unit and baseline
 * follow exactly: the division depends on the format alone, never on the values. A value that still does not fit is
 * refused.
 */
public final class RecordingChunks {
    private static final int LOWEST = Short.MIN_VALUE + 1;
    private static final int HIGHEST = Short.MAX_VALUE;

    private final Recording recording;
    private final List<Lead> leads;
    private final int leadCount;
    private final int[] shiftBits;
    private final int[] raw;
    private final int samplesPerChunk;
    private final long startEpochMicros;
    private long nextSample;

    /**
     * Chunks of {@code samplesPerChunk} samples, the last one shorter, from where {@code recording} stands, which must be
     * its sample 0 unless {@link #seek} is called.
     *
     * @param startEpochMicros instant of the recording's sample 0
     */
    public RecordingChunks(Recording recording, int samplesPerChunk, long startEpochMicros) {
        if (samplesPerChunk < 1) {
            throw new IllegalArgumentException("samplesPerChunk must be at least 1, was " + samplesPerChunk);
        }
        this.recording = recording;
        this.leadCount = recording.leads().size();
        this.samplesPerChunk = samplesPerChunk;
        this.startEpochMicros = startEpochMicros;
        this.raw = new int[Math.multiplyExact(samplesPerChunk, leadCount)];
        this.shiftBits = new int[leadCount];
        this.leads = fitted(recording);
    }

    /** The leads of the chunks. */
    public List<Lead> leads() {
        return leads;
    }

    /** Goes to sample {@code sampleIndex} of the recording, the first of the next chunk. */
    public void seek(long sampleIndex) throws IOException {
        recording.seek(sampleIndex);
        nextSample = sampleIndex;
    }

    /** The next chunk; empty at the end of the recording. */
    public Optional<WaveformChunk> next() throws IOException {
        int count = recording.read(raw, samplesPerChunk);
        if (count == 0) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * count * leadCount).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count * leadCount; i++) {
            bytes.putShort(2 * i, fit(raw[i], i));
        }
        long first = nextSample;
        nextSample += count;
        return Optional.of(WaveformChunk.of(
                first, startEpochMicros + recording.rate().microsAt(first), recording.rate(), leads, bytes));
    }

    private short fit(int value, int place) throws RecordingException {
        if (value == Recording.MISSING) {
            return WaveformChunk.MISSING;
        }
        int lead = place % leadCount;
        if (shiftBits[lead] > 0) {
            return (short) Math.max(LOWEST, Math.min(HIGHEST, rounded(value, shiftBits[lead])));
        }
        if (value < LOWEST || value > HIGHEST) {
            throw new RecordingException("record " + recording.name() + ": sample "
                    + (nextSample + place / leadCount) + " of lead \""
                    + leads.get(lead).name() + "\" is " + value
                    + ", which does not fit in 16 bits; convert the record to 16 bits first");
        }
        return (short) value;
    }

    private static long rounded(int value, int bits) {
        return (value + (1L << (bits - 1))) >> bits;
    }

    private List<Lead> fitted(Recording source) {
        List<Lead> fitted = new ArrayList<>();
        for (int i = 0; i < leadCount; i++) {
            RecordedSignal signal = source.signals().get(i);
            shiftBits[i] = Math.max(0, signal.storedBits() - Short.SIZE);
            Lead lead = source.leads().get(i);
            double scale = 1L << shiftBits[i];
            fitted.add(new Lead(
                    lead.name(), lead.mdcCode(), lead.microvoltsPerUnit() * scale, lead.baselineUnits() / scale));
        }
        return List.copyOf(fitted);
    }
}
