package org.rwave.ecg.recording;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/**
 * A recording opened for reading from start to end, whatever its file format. All leads come at {@link #rate()};
 * signals stored at a multiple of it are averaged down to it, as WFDB's {@code getvec} does.
 */
public interface Recording extends Closeable {
    /** The record's name, without directory. */
    String name();

    SamplingRate rate();

    /** The leads in file order, with the units of the values that {@link #read} gives. */
    List<Lead> leads();

    /** What the file says of each lead's physical unit, in the order of {@link #leads()}. */
    default List<RecordedSignal> signals() {
        return leads().stream().map(RecordedSignal::ofLead).toList();
    }

    /** Free text of the header, line by line. */
    default List<String> comments() {
        return List.of();
    }

    /** The counter that ran beside the recorder; empty when the file names none. */
    default Optional<Counter> counter() {
        return Optional.empty();
    }

    /** Samples per lead; empty when the file does not say and has not been read to its end. */
    OptionalLong length();

    /** Instant of sample 0; empty when the header gives no full date and time. */
    Optional<Instant> start();

    /**
     * Reads on: up to {@code maxSamples} samples of every lead into {@code raw}, interleaved {@code [sample][lead]}, raw
     * units; {@link #MISSING} marks a missing sample.
     *
     * @return how many samples per lead were read; 0 at the end
     * @throws RecordingException naming record, file and byte offset when the file is truncated or contradicts itself
     */
    int read(int[] raw, int maxSamples) throws IOException;

    /** Goes to sample {@code sampleIndex}, the next to be read. */
    void seek(long sampleIndex) throws IOException;

    /** Marks a missing sample in {@link #read}. */
    int MISSING = Integer.MIN_VALUE;
}
