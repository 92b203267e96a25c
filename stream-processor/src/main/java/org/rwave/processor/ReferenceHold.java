package org.rwave.processor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.ReferenceSpan;

/**
 * With {@code --beats reference}: one patient's chunks, held back until all annotations of their span have come. The two
 * topics may run ahead of each other at will; chunks leave in the order in which they came, each with its annotations,
 * so the facts are the same however the topics interleave.
 *
 * <p>Memory: at most the given span and a megabyte of waveform is held, and the annotations of at most {@value
 * #MAX_SOURCES} sources.
 */
final class ReferenceHold {
    private static final int MAX_SOURCES = 8;

    /** What is held is part of the snapshot, which is one record of the changelog: see StreamsProperties. */
    private static final long MAX_BYTES = 1_000_000;

    private final double maxHeldSeconds;
    private final Deque<WaveformInput> held = new ArrayDeque<>();
    private final Map<String, Coverage> coverageBySource = new LinkedHashMap<>();
    private double heldSeconds;
    private long heldBytes;

    /** Annotated beats of one source that were not taken yet, and up to where all of them are known. */
    private static final class Coverage {
        private final TreeSet<Long> beats = new TreeSet<>();
        private long coveredTo;
    }

    ReferenceHold(double maxHeldSeconds) {
        this.maxHeldSeconds = maxHeldSeconds;
    }

    void offer(WaveformInput input) {
        held.add(input);
        heldSeconds += seconds(input);
        heldBytes += bytes(input);
    }

    /** Takes note of annotations; those of a span that is covered already are known. */
    void annotate(ReferenceSpan span) {
        Coverage coverage = coverageBySource.computeIfAbsent(span.feed().sourceId(), id -> new Coverage());
        for (Annotation annotation : span.annotations()) {
            if (annotation.code().isBeat() && annotation.sampleIndex() >= coverage.coveredTo) {
                coverage.beats.add(annotation.sampleIndex());
            }
        }
        coverage.coveredTo = Math.max(coverage.coveredTo, span.endSampleIndex());
        if (coverageBySource.size() > MAX_SOURCES) {
            coverageBySource.remove(coverageBySource.keySet().iterator().next());
        }
    }

    /** Whether no chunk waits. */
    boolean isEmpty() {
        return held.isEmpty();
    }

    /** The oldest chunk, if its annotations are complete. */
    Optional<WaveformInput> nextCovered() {
        WaveformInput oldest = held.peek();
        if (oldest == null) {
            return Optional.empty();
        }
        Coverage coverage = coverageBySource.get(oldest.decoded().feed().sourceId());
        boolean covered = coverage != null
                && coverage.coveredTo >= oldest.decoded().chunk().endSampleIndex();
        return covered ? Optional.of(removeOldest()) : Optional.empty();
    }

    /** The oldest chunk, if more is held than may be: its annotations did not come. */
    Optional<WaveformInput> nextOverdue() {
        return heldSeconds > maxHeldSeconds || heldBytes > MAX_BYTES ? Optional.of(removeOldest()) : Optional.empty();
    }

    /** The oldest chunk, whatever its state. */
    Optional<WaveformInput> nextOfAll() {
        return held.isEmpty() ? Optional.empty() : Optional.of(removeOldest());
    }

    /** Takes the annotated beats within {@code chunk}; earlier ones are forgotten. */
    long[] takeBeatsIn(FeedId feed, WaveformChunk chunk) {
        Coverage coverage = coverageBySource.get(feed.sourceId());
        if (coverage == null) {
            return new long[0];
        }
        coverage.beats.headSet(chunk.firstSampleIndex()).clear();
        var within = coverage.beats.headSet(chunk.endSampleIndex());
        long[] beats = within.stream().mapToLong(Long::longValue).toArray();
        within.clear();
        return beats;
    }

    /** The source will not come again. */
    void forget(FeedId feed) {
        coverageBySource.remove(feed.sourceId());
    }

    void writeTo(SnapshotWriter out) {
        out.putInt(held.size());
        held.forEach(input -> input.record().writeTo(out));
        out.putInt(coverageBySource.size());
        coverageBySource.forEach((sourceId, coverage) -> {
            out.putString(sourceId).putLong(coverage.coveredTo).putInt(coverage.beats.size());
            coverage.beats.forEach(out::putLong);
        });
    }

    /** Fills this hold, which is empty, with what was written. */
    void readFrom(SnapshotReader in, InputDecoder decoder) {
        for (int left = in.getInt(); left > 0; left--) {
            InputRecord record = InputRecord.readFrom(in);
            offer(new WaveformInput(decoder.waveform(record).value().orElseThrow(), record));
        }
        for (int left = in.getInt(); left > 0; left--) {
            Coverage coverage = new Coverage();
            coverageBySource.put(in.getString(), coverage);
            coverage.coveredTo = in.getLong();
            for (int beats = in.getInt(); beats > 0; beats--) {
                coverage.beats.add(in.getLong());
            }
        }
    }

    private static long bytes(WaveformInput input) {
        return input.record().value().length;
    }

    private WaveformInput removeOldest() {
        WaveformInput oldest = held.remove();
        heldSeconds = held.isEmpty() ? 0 : heldSeconds - seconds(oldest);
        heldBytes -= bytes(oldest);
        return oldest;
    }

    private static double seconds(WaveformInput input) {
        WaveformChunk chunk = input.decoded().chunk();
        return chunk.rate().secondsAt(chunk.sampleCount());
    }
}
