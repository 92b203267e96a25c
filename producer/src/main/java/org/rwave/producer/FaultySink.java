package org.rwave.producer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.ReferenceSpan;

/**
 * Drops, doubles and swaps chunks at random on their way to another sink. Reference annotations all go through, in order.
 * Holds at most one chunk per patient.
 */
public final class FaultySink implements ChunkSink {
    private final ChunkSink sink;
    private final Faults faults;
    private final SplittableRandom random;
    private final Map<FeedId, FeedChunk> heldBack = new LinkedHashMap<>();
    private long dropped;
    private long duplicated;
    private long reordered;

    public FaultySink(ChunkSink sink, Faults faults) {
        this.sink = sink;
        this.faults = faults;
        this.random = new SplittableRandom(faults.seed());
    }

    @Override
    public void send(FeedChunk chunk) {
        FeedChunk late = heldBack.remove(chunk.feed());
        boolean drops = random.nextDouble() < faults.drop();
        boolean duplicates = random.nextDouble() < faults.duplicate();
        boolean reorders = random.nextDouble() < faults.reorder();
        if (drops) {
            dropped++;
        } else if (reorders && late == null) {
            reordered++;
            heldBack.put(chunk.feed(), chunk);
        } else {
            sink.send(chunk);
            if (duplicates) {
                duplicated++;
                sink.send(chunk);
            }
        }
        if (late != null) {
            sink.send(late);
        }
    }

    /** What went wrong so far, in words. */
    public String summary() {
        return dropped + " chunks dropped, " + duplicated + " doubled, " + reordered + " out of order";
    }

    @Override
    public void sendReference(ReferenceSpan span, long timestamp) {
        sink.sendReference(span, timestamp);
    }

    @Override
    public void sendEnd(String patientId, long timestamp) {
        heldBack.entrySet().removeIf(entry -> {
            boolean isLast = entry.getKey().patientId().equals(patientId);
            if (isLast) {
                sink.send(entry.getValue());
            }
            return isLast;
        });
        sink.sendEnd(patientId, timestamp);
    }

    @Override
    public void flush() {
        heldBack.values().forEach(sink::send);
        heldBack.clear();
        sink.flush();
    }

    @Override
    public void close() {
        sink.close();
    }
}
