package org.rwave.ecg.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a record of signals: opens its signal files and brings all signals to one number of points per frame. */
final class SegmentReader implements FrameSource {
    private final RecordHeader header;
    private final List<SignalGroup> groups = new ArrayList<>();
    private final long frames;

    /**
     * @param pointsPerFrame 1 averages each signal over the frame; more gives each signal at that many points
     * @param knownFrames length from elsewhere, used where the header says none; 0 for none
     */
    SegmentReader(RecordHeader header, int pointsPerFrame, long knownFrames) throws IOException {
        this.header = header;
        boolean isOpen = false;
        try {
            openGroups(pointsPerFrame);
            this.frames = checkedFrames(knownFrames);
            for (SignalGroup group : groups) {
                group.expectFrames(frames);
            }
            isOpen = true;
        } finally {
            if (!isOpen) {
                close();
            }
        }
    }

    /** Length in frames. */
    long frames() {
        return frames;
    }

    @Override
    public int read(long firstFrame, int count, int[] out) throws IOException {
        for (SignalGroup group : groups) {
            group.read(firstFrame, count, out);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        for (SignalGroup group : groups) {
            group.close();
        }
    }

    /** Neighbouring signals with the same file name share that file, their samples interleaved (header(5)). */
    private void openGroups(int pointsPerFrame) throws IOException {
        List<StoredSignal> signals = header.signals();
        for (int from = 0; from < signals.size(); ) {
            int to = from + 1;
            while (to < signals.size()
                    && signals.get(to).fileName().equals(signals.get(from).fileName())) {
                to++;
            }
            groups.add(new SignalGroup(header, from, to, pointsPerFrame));
            from = to;
        }
    }

    private long checkedFrames(long knownFrames) throws RecordingException {
        long expected = header.frames().orElse(knownFrames);
        if (expected == 0) {
            return groups.stream()
                    .filter(SignalGroup::hasFile)
                    .mapToLong(SignalGroup::framesInFile)
                    .min()
                    .orElse(0);
        }
        for (SignalGroup group : groups) {
            group.requireFrames(expected);
        }
        return expected;
    }
}
