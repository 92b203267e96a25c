package org.rwave.producer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;

/** Keeps what it is sent, with the instant at which it was. */
final class CollectingSink implements ChunkSink {
    private final FakeClock clock;
    private final LongSupplier costNanos;
    final List<FeedChunk> chunks = new ArrayList<>();
    final List<Long> sentNanos = new ArrayList<>();
    final List<ReferenceSpan> spans = new ArrayList<>();
    final List<Object> everything = new ArrayList<>();
    final List<Long> wallMicros = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    int flushed;

    CollectingSink(FakeClock clock, LongSupplier costNanos) {
        this.clock = clock;
        this.costNanos = costNanos;
    }

    @Override
    public void sendReference(ReferenceSpan span, long timestamp) {
        spans.add(span);
        everything.add(span);
    }

    @Override
    public void send(FeedChunk chunk) {
        chunks.add(chunk);
        everything.add(chunk);
        sentNanos.add(clock.elapsedNanos());
        wallMicros.add(clock.epochMicros());
        clock.pass(costNanos.getAsLong());
    }

    @Override
    public void sendEnd(String patientId, long timestamp) {
        ended.add(patientId);
    }

    @Override
    public void flush() {
        flushed++;
    }

    @Override
    public void close() {}

    /** All samples of one patient in the order sent. */
    List<Short> samples(String patientId) {
        List<Short> samples = new ArrayList<>();
        for (FeedChunk chunk : chunks) {
            if (chunk.feed().patientId().equals(patientId)) {
                for (int i = 0; i < chunk.chunk().sampleCount(); i++) {
                    for (int lead = 0; lead < chunk.chunk().leads().size(); lead++) {
                        samples.add(chunk.chunk().raw(i, lead));
                    }
                }
            }
        }
        return samples;
    }
}
