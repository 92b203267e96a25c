package org.rwave.producer;

import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;

/** Takes what a replay sends. One thread at a time. */
public interface ChunkSink extends AutoCloseable {
    /**
     * Takes the reference annotations of one chunk's samples; called before {@link #send} of that chunk.
     *
     * @param timestamp instant of the last sample covered, milliseconds since the epoch
     * @throws ReplayFailed when something taken earlier could not be delivered
     */
    void sendReference(ReferenceSpan span, long timestamp);

    /**
     * Takes a chunk.
     *
     * @throws ReplayFailed when something taken earlier could not be delivered
     */
    void send(FeedChunk chunk);

    /**
     * The feed of {@code patientId} ends here; nothing of it follows.
     *
     * @param timestamp instant of its last sample, milliseconds since the epoch
     * @throws ReplayFailed when something taken earlier could not be delivered
     */
    void sendEnd(String patientId, long timestamp);

    /**
     * Returns when everything taken so far has been delivered.
     *
     * @throws ReplayFailed when something could not be delivered
     */
    void flush();

    @Override
    void close();
}
