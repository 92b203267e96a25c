package org.rwave.ecg.recording;

import java.io.IOException;
import java.util.List;

/**
 * The signals of a record of several segments (WFDB, header(5)). In the fixed layout every segment has all signals in
 * the same order; in the variable layout signals come and go, and a first segment without length lists them all.
 *
 * @param signals the record's signals
 * @param isVariable whether segments' signals are matched by name
 */
record SegmentLayout(List<StoredSignal> signals, boolean isVariable) {

    static SegmentLayout of(RecordHeader header) throws IOException {
        RecordHeader.Segment first = header.segments().get(0);
        if (!first.isGap() && first.frames() == 0) {
            return new SegmentLayout(
                    MultiSegmentReader.readHeader(header, first).signals(), true);
        }
        for (RecordHeader.Segment segment : header.segments()) {
            if (!segment.isGap()) {
                return new SegmentLayout(
                        MultiSegmentReader.readHeader(header, segment).signals(), false);
            }
        }
        throw new RecordingException(
                "record " + header.name() + ": header " + header.file() + " has no segment with signals");
    }

    int maxSamplesPerFrame() {
        return signals.stream().mapToInt(StoredSignal::samplesPerFrame).max().orElse(1);
    }

    /** Where the signals of {@code segment} belong. */
    SegmentMap mapOf(RecordHeader segment) throws RecordingException {
        List<StoredSignal> stored = segment.signals();
        if (!isVariable && stored.size() != signals.size()) {
            throw new RecordingException("record " + segment.name() + ": header " + segment.file() + " has "
                    + stored.size() + " signals, the record it is a segment of has " + signals.size());
        }
        SegmentMap map = new SegmentMap(stored.size(), signals.size());
        for (int i = 0; i < stored.size(); i++) {
            int target = isVariable ? indexOf(stored.get(i), map, segment) : i;
            map.put(i, target, stored.get(i), signals.get(target));
        }
        return map;
    }

    private int indexOf(StoredSignal signal, SegmentMap map, RecordHeader segment) throws RecordingException {
        for (int i = 0; i < signals.size(); i++) {
            if (signals.get(i).name().equals(signal.name()) && !map.isTaken(i)) {
                return i;
            }
        }
        throw new RecordingException("record " + segment.name() + ": header " + segment.file() + " has signal \""
                + signal.name() + "\", which the layout of its record does not list");
    }
}
