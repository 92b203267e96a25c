package org.rwave.ecg.signal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of live ECG, all leads of one patient: what arrives from the wire and what {@code PatientMonitor} takes.
 *
 * <p>Samples are signed 16-bit raw units, interleaved {@code [sample][lead]}; {@link #MISSING} marks a missing sample.
 * The chunk covers the half-open range [{@link #firstSampleIndex()}, {@link #endSampleIndex()}).
 */
public final class WaveformChunk {
    /** The raw value that marks a missing sample. */
    public static final short MISSING = Short.MIN_VALUE;

    private final long firstSampleIndex;
    private final long startEpochMicros;
    private final SamplingRate rate;
    private final List<Lead> leads;
    private final ByteBuffer samples;
    private final int leadCount;
    private final int sampleCount;

    private WaveformChunk(
            long firstSampleIndex, long startEpochMicros, SamplingRate rate, List<Lead> leads, ByteBuffer samples) {
        if (firstSampleIndex < 0) {
            throw new IllegalArgumentException("firstSampleIndex must not be negative, was " + firstSampleIndex);
        }
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("a chunk needs at least one lead, had none");
        }
        int frameBytes = 2 * leads.size();
        if (samples.remaining() == 0 || samples.remaining() % frameBytes != 0) {
            throw new IllegalArgumentException("samples must hold a positive whole number of " + frameBytes
                    + "-byte frames (" + leads.size() + " leads), had " + samples.remaining() + " bytes");
        }
        this.firstSampleIndex = firstSampleIndex;
        this.startEpochMicros = startEpochMicros;
        this.rate = rate;
        this.leads = List.copyOf(leads);
        this.leadCount = leads.size();
        this.samples = samples;
        this.sampleCount = samples.remaining() / frameBytes;
    }

    /**
     * A chunk over {@code samples}, which is not copied: the caller gives it away. int16 little-endian, interleaved
     * {@code [sample][lead]}, from position to limit.
     *
     * @throws IllegalArgumentException when there is no lead, no sample, a torn frame or a negative index
     */
    public static WaveformChunk of(
            long firstSampleIndex, long startEpochMicros, SamplingRate rate, List<Lead> leads, ByteBuffer samples) {
        ByteBuffer view = samples.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new WaveformChunk(firstSampleIndex, startEpochMicros, rate, leads, view);
    }

    /** A chunk over a copy of {@code raw}, interleaved {@code [sample][lead]}. */
    public static WaveformChunk ofRaw(
            long firstSampleIndex, long startEpochMicros, SamplingRate rate, List<Lead> leads, short[] raw) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * raw.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(raw);
        return new WaveformChunk(firstSampleIndex, startEpochMicros, rate, leads, bytes);
    }

    public long firstSampleIndex() {
        return firstSampleIndex;
    }

    /** One past the last sample. */
    public long endSampleIndex() {
        return firstSampleIndex + sampleCount;
    }

    /** Instant of the first sample, microseconds since the epoch. */
    public long startEpochMicros() {
        return startEpochMicros;
    }

    /** Instant of the last sample, microseconds since the epoch. */
    public long lastSampleEpochMicros() {
        return startEpochMicros + rate.microsAt(sampleCount - 1L);
    }

    public SamplingRate rate() {
        return rate;
    }

    public List<Lead> leads() {
        return leads;
    }

    /** Number of samples per lead. */
    public int sampleCount() {
        return sampleCount;
    }

    /** Raw units of {@code lead} at {@code sample}, both counted from 0 within the chunk. */
    public short raw(int sample, int lead) {
        return samples.getShort(2 * (sample * leadCount + lead));
    }

    /** Raw units of {@code lead} at {@code count} samples from {@code sample} on, put at the front of {@code into}. */
    public void read(int lead, int sample, int count, double[] into) {
        int frameBytes = 2 * leadCount;
        int at = frameBytes * sample + 2 * lead;
        for (int i = 0; i < count; i++, at += frameBytes) {
            into[i] = samples.getShort(at);
        }
    }

    /** The samples as they go on the wire: a read-only little-endian view, position 0 to limit. */
    public ByteBuffer samples() {
        return samples.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The part of this chunk in [{@code fromSampleIndex}, end), sharing its samples. */
    public WaveformChunk from(long fromSampleIndex) {
        int skipped = Math.toIntExact(fromSampleIndex - firstSampleIndex);
        if (skipped == 0) {
            return this;
        }
        ByteBuffer rest = samples.duplicate();
        rest.position(skipped * 2 * leads.size());
        return of(fromSampleIndex, startEpochMicros + rate.microsAt(skipped), rate, leads, rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WaveformChunk that
                && firstSampleIndex == that.firstSampleIndex
                && startEpochMicros == that.startEpochMicros
                && rate.equals(that.rate)
                && leads.equals(that.leads)
                && samples.equals(that.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new long[] {firstSampleIndex, startEpochMicros, sampleCount});
    }

    @Override
    public String toString() {
        return "WaveformChunk[" + firstSampleIndex + ".." + endSampleIndex() + ", " + rate.hertz() + " Hz, "
                + leads.size() + " leads]";
    }
}
