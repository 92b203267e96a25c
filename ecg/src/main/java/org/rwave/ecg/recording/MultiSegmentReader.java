package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a record of several segments, one open at a time. Segments are opened when they are reached, as WFDB does, so
 * that a part of a recording can be read where other parts are absent.
 */
final class MultiSegmentReader implements FrameSource {
    private final RecordHeader header;
    private final SegmentLayout layout;
    private final int pointsPerFrame;
    private final long[] firstFrame;
    private int[] segmentValues = new int[0];
    private int openIndex = -1;
    private SegmentReader open;
    private SegmentMap map;

    MultiSegmentReader(RecordHeader header, SegmentLayout layout, int pointsPerFrame) {
        this.header = header;
        this.layout = layout;
        this.pointsPerFrame = pointsPerFrame;
        this.firstFrame = firstFrames(header);
    }

    /** Length in frames. */
    long frames() {
        return firstFrame[firstFrame.length - 1];
    }

    @Override
    public int read(long from, int maxFrames, int[] out) throws IOException {
        int index = segmentAt(from);
        int count = (int) Math.min(maxFrames, firstFrame[index + 1] - from);
        if (header.segments().get(index).isGap()) {
            Arrays.fill(out, 0, count * pointsPerFrame * layout.signals().size(), Recording.MISSING);
        } else {
            readSegment(index, from - firstFrame[index], count, out);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private void readSegment(int index, long from, int count, int[] out) throws IOException {
        if (index != openIndex || open == null) {
            open(index);
        }
        int needed = count * pointsPerFrame * map.segmentSignals();
        if (segmentValues.length < needed) {
            segmentValues = new int[needed];
        }
        open.read(from, count, segmentValues);
        map.copy(segmentValues, count * pointsPerFrame, out);
    }

    private void open(int index) throws IOException {
        close();
        RecordHeader.Segment segment = header.segments().get(index);
        RecordHeader segmentHeader = readHeader(header, segment);
        if (segmentHeader.frames().orElse(segment.frames()) != segment.frames()) {
            throw bad(
                    segment,
                    "is " + segmentHeader.frames().getAsLong() + " samples long by its own header "
                            + segmentHeader.file() + " and " + segment.frames() + " by " + header.file());
        }
        if (segmentHeader.framesPerSecond() != header.framesPerSecond()) {
            throw bad(
                    segment,
                    "has " + segmentHeader.framesPerSecond() + " samples a second, the record "
                            + header.framesPerSecond());
        }
        map = layout.mapOf(segmentHeader);
        open = new SegmentReader(segmentHeader, pointsPerFrame, segment.frames());
        openIndex = index;
    }

    private RecordingException bad(RecordHeader.Segment segment, String problem) {
        return new RecordingException("record " + header.name() + ": segment " + segment.recordName() + " " + problem);
    }

    /** The header of a segment, which must be a record of signals. */
    static RecordHeader readHeader(RecordHeader parent, RecordHeader.Segment segment) throws IOException {
        RecordHeader segmentHeader;
        try {
            segmentHeader = HeaderParser.read(parent.sibling(segment.recordName() + ".hea"));
        } catch (InvalidPathException e) {
            throw new RecordingException(
                    "record " + parent.name() + ": header " + parent.file() + " names an invalid segment", e);
        }
        if (!segmentHeader.segments().isEmpty() || segmentHeader.signals().isEmpty()) {
            throw new RecordingException("record " + parent.name() + ": segment " + segment.recordName() + " ("
                    + segmentHeader.file() + ") holds no signals of its own");
        }
        return segmentHeader;
    }

    private int segmentAt(long frame) {
        int found = Arrays.binarySearch(firstFrame, frame);
        int index = found >= 0 ? found : -found - 2;
        // Of segments without length, which start at the same frame, the last one holds it.
        while (firstFrame[index + 1] == frame) {
            index++;
        }
        return index;
    }

    private static long[] firstFrames(RecordHeader header) {
        List<RecordHeader.Segment> segments = header.segments();
        long[] first = new long[segments.size() + 1];
        for (int i = 0; i < segments.size(); i++) {
            first[i + 1] = first[i] + segments.get(i).frames();
        }
        return first;
    }
}
