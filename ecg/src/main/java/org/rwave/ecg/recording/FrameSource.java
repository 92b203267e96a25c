package org.rwave.ecg.recording;

import java.io.Closeable;
import java.io.IOException;

/** Gives frames of a record from any place. */
interface FrameSource extends Closeable {
    /**
     * Reads {@code frames} frames from {@code firstFrame}, all of which lie in the record, into {@code out}, interleaved
     * {@code [point][signal]}, with as many points per frame as the source was made for.
     */
    void read(long firstFrame, int frames, int[] out) throws IOException;
}
