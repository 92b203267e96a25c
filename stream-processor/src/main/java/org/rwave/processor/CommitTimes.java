package org.rwave.processor;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a stream thread commits. Kafka Streams would commit on all threads at much the same time, and with that write the
 * snapshots of all patients at once: a standstill for everybody. Here the threads take turns: one stands still, the
 * others go on. Finer than a thread is not to be had: when one task asks for its commit, Streams (4.3.1) commits all tasks
 * of its thread. So all of them ask at the same instant. Under exactly-once a commit is due every 100 ms and Streams' own
 * timing will do. See ADR 32.
 */
final class CommitTimes {
    /** Fractional parts of multiples of this fill [0, 1) most evenly (Knuth, The Art of Computer Programming, 6.4). */
    private static final double GOLDEN = 0.6180339887498949;

    /** How Kafka Streams names its threads. */
    private static final Pattern STREAM_THREAD = Pattern.compile("-StreamThread-([0-9]{1,6})$");

    private CommitTimes() {}

    /** Whether threads take turns. */
    static boolean areStaggered(ProcessorSettings settings) {
        return settings.guarantee() == Guarantee.AT_LEAST_ONCE;
    }

    /** Has the task of {@code context} ask for commits from now on, at the times of the stream thread that calls. */
    static Cancellable schedule(ProcessorContext<?, ?> context, Duration interval) {
        int thread = threadNumber(Thread.currentThread().getName());
        Instant anchor = Instant.EPOCH.plus(phase(thread, interval));
        return context.schedule(anchor, interval, PunctuationType.WALL_CLOCK_TIME, now -> context.commit());
    }

    /** Number of a stream thread, 0 for other threads. */
    static int threadNumber(String name) {
        Matcher named = STREAM_THREAD.matcher(name);
        return named.find() ? Integer.parseInt(named.group(1)) : 0;
    }

    /** Where in the interval the stream thread {@code number} commits, in whole milliseconds. */
    static Duration phase(int number, Duration interval) {
        double place = number * GOLDEN;
        return Duration.ofMillis((long) ((place - Math.floor(place)) * interval.toMillis()));
    }
}
