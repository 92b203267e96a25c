package org.rwave.processor;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a task commits. Kafka Streams would commit all tasks of a thread at once, and with them write the snapshots of all
 * patients at once: a standstill for everybody. Here each task asks for its own commit at its own place in the interval,
 * so that a standstill is one task's and short. Under exactly-once a thread's tasks share one transaction and can only
 * commit together. See ADR 32.
 */
final class CommitTimes {
    /** Fractional parts of multiples of this fill [0, 1) most evenly (Knuth, The Art of Computer Programming, 6.4). */
    private static final double GOLDEN = 0.6180339887498949;

    private CommitTimes() {}

    /** Whether tasks commit each for itself. */
    static boolean areStaggered(ProcessorSettings settings) {
        return settings.guarantee() == Guarantee.AT_LEAST_ONCE;
    }

    /** Has the task of {@code context} commit at its times from now on. */
    static Cancellable schedule(ProcessorContext<?, ?> context, Duration interval) {
        Instant anchor = Instant.EPOCH.plus(phase(context.taskId().partition(), interval));
        return context.schedule(anchor, interval, PunctuationType.WALL_CLOCK_TIME, now -> context.commit());
    }

    /** Where in the interval the task of {@code partition} commits, in whole milliseconds. */
    static Duration phase(int partition, Duration interval) {
        double place = partition * GOLDEN;
        return Duration.ofMillis((long) ((place - Math.floor(place)) * interval.toMillis()));
    }
}
