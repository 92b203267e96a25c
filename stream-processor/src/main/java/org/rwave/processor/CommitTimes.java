package org.rwave.processor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a stream thread commits, and when snapshots are written for it. Kafka Streams would commit on all threads at much
 * the same time: a standstill for everybody. Here the threads take turns: one stands still, the others go on. Finer than
 * a thread is not to be had: when one task asks for its commit, Streams (4.3.1) commits all tasks of its thread. So all of
 * them ask at the same instant (ADR 32). Most of the writing is done in small steps shortly before (ADR 55). Under
 * exactly-once a commit is due every 100 ms and Streams' own timing will do.
 */
final class CommitTimes {
    /** Fractional parts of multiples of this fill [0, 1) most evenly (Knuth, The Art of Computer Programming, 6.4). */
    private static final double GOLDEN = 0.6180339887498949;

    /** How Kafka Streams names its threads. */
    private static final Pattern STREAM_THREAD = Pattern.compile("-StreamThread-([0-9]{1,6})$");

    /** How long before a commit snapshots begin to be written, at most, and in how many steps they are. */
    private static final Duration LONGEST_LEAD = Duration.ofMillis(500);

    private static final int STEPS = 20;

    private CommitTimes() {}

    /** Whether threads take turns. */
    static boolean areStaggered(ProcessorSettings settings) {
        return settings.guarantee() == Guarantee.AT_LEAST_ONCE;
    }

    /**
     * Has the task of {@code context} ask for commits from now on, at the times of the stream thread that calls.
     *
     * @param early called in steps before each commit, with the share of its writing that should have been begun by then
     */
    static void schedule(ProcessorContext<?, ?> context, Duration interval, DoubleConsumer early) {
        int thread = threadNumber(Thread.currentThread().getName());
        Instant commit = Instant.EPOCH.plus(phase(thread, interval));
        Duration lead = lead(interval);
        Steps steps = new Steps(context, lead, early);
        context.schedule(commit.plus(interval).minus(lead), interval, PunctuationType.WALL_CLOCK_TIME, steps::begin);
        context.schedule(commit, interval, PunctuationType.WALL_CLOCK_TIME, now -> {
            steps.end();
            context.commit();
        });
    }

    /** How long before a commit snapshots begin to be written: half a second, or a quarter of the interval if less. */
    static Duration lead(Duration interval) {
        Duration quarter = interval.dividedBy(4);
        return quarter.compareTo(LONGEST_LEAD) < 0 ? quarter : LONGEST_LEAD;
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

    /** The steps in which snapshots are written before one commit; between commits none is scheduled. */
    private static final class Steps {
        private final ProcessorContext<?, ?> context;
        private final long leadMillis;
        private final DoubleConsumer early;
        private Optional<Cancellable> running = Optional.empty();

        Steps(ProcessorContext<?, ?> context, Duration lead, DoubleConsumer early) {
            this.context = context;
            this.leadMillis = Math.max(1, lead.toMillis());
            this.early = early;
        }

        void begin(long beginMillis) {
            end();
            running = Optional.of(context.schedule(
                    Duration.ofMillis(Math.max(1, leadMillis / STEPS)),
                    PunctuationType.WALL_CLOCK_TIME,
                    now -> early.accept(Math.min(1, (now - beginMillis) / (double) leadMillis))));
        }

        void end() {
            running.ifPresent(Cancellable::cancel);
            running = Optional.empty();
        }
    }
}
