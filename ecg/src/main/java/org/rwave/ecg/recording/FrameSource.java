package org.rwave.ecg.recording;

import java.io.Closeable;
import java.io.IOException;

/** Gives frames of a record from any place. */
interface FrameSource extends Closeable {
    /**
     * Reads up to {@code maxFrames} frames, at least one, from {@code firstFrame} into {@code out}, interleaved
     * {@code [point][signal]}, with as many points per frame as the source was made for. All frames asked for lie in the
     * record; fewer come where a segment ends, so that a segment is not touched before it is reached.
     *
     * @return how many frames were read
     */
    int read(long firstFrame, int maxFrames, int[] out) throws IOException;
}
