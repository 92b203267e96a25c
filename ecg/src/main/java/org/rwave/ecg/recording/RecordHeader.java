package org.rwave.ecg.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A record as its header describes it: either signals in files, or segments that are records themselves.
 *
 * @param name record name
 * @param file the header file
 * @param framesPerSecond frame rate
 * @param counter the counter that ran beside the recorder; empty when the header names none
 * @param frames length in frames; empty when the header does not say
 * @param start instant of sample 0; empty without full date and time
 * @param signals signals in file order; empty for a record of segments
 * @param segments parts in order of time; empty for a record of signals
 * @param comments lines of text, without their "#"
 */
record RecordHeader(
        String name,
        Path file,
        double framesPerSecond,
        Optional<Counter> counter,
        OptionalLong frames,
        Optional<Instant> start,
        List<StoredSignal> signals,
        List<Segment> segments,
        List<String> comments) {

    /**
     * A part of a record.
     *
     * @param recordName the record that holds it; "~" for a gap
     * @param frames length; 0 for the layout of a record whose signals come and go
     */
    record Segment(String recordName, long frames) {
        boolean isGap() {
            return recordName.equals(StoredSignal.NO_FILE);
        }
    }

    /** The signal file or segment header {@code fileName}, which headers name relative to themselves. */
    Path sibling(String fileName) {
        return file.resolveSibling(fileName);
    }

    /** The largest number of samples that one signal has in a frame. */
    int maxSamplesPerFrame() {
        return signals.stream().mapToInt(StoredSignal::samplesPerFrame).max().orElse(1);
    }
}
