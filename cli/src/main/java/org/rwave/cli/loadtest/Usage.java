package org.rwave.cli.loadtest;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * CPU time and memory of everybody who takes part. Broker and processors have processes of their own. Producer and observer
 * share this one, so that they share a clock: their threads' CPU time is theirs, what the JVM itself uses (garbage
 * collection, compilation) is listed apart, and memory is known of both together only.
 */
final class Usage {
    /** Kafka's producer thread has its client's id in its name. */
    static final String PRODUCER = "load-producer";

    static final String OBSERVER = "load-observer";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Part> parts = new ArrayList<>();
    private final Map<Long, Long> producerThreads = new HashMap<>();
    private final Map<Long, Long> observerThreads = new HashMap<>();

    /** One who takes part: its CPU time so far in nanoseconds, and its resident memory where that is known. */
    private record Part(String name, LongSupplier cpuNanos, Supplier<OptionalLong> residentBytes) {}

    /**
     * At one moment.
     *
     * @param name who
     * @param cpuNanos CPU time so far
     * @param residentBytes resident memory, if known
     */
    record Reading(String name, long cpuNanos, OptionalLong residentBytes) {}

    Usage() {
        parts.add(new Part("producer", () -> ofThreads(PRODUCER, producerThreads), OptionalLong::empty));
        parts.add(new Part("observer", () -> ofThreads(OBSERVER, observerThreads), OptionalLong::empty));
        parts.add(new Part("load test's JVM", this::ofJvm, () -> ChildJvm.residentBytes("self")));
    }

    /** Also watches {@code child}. */
    void add(ChildJvm child) {
        parts.add(new Part(child.name(), () -> child.cpuNanos().orElse(0), child::residentBytes));
    }

    /** No longer watches {@code child}. */
    void remove(ChildJvm child) {
        parts.removeIf(part -> part.name.equals(child.name()));
    }

    List<Reading> read() {
        return parts.stream()
                .map(part -> new Reading(part.name, part.cpuNanos.getAsLong(), part.residentBytes.get()))
                .toList();
    }

    /** What threads used that have ended since is remembered in {@code known}, by thread id. */
    private static long ofThreads(String name, Map<Long, Long> known) {
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains(name)) {
                known.merge(thread.getThreadId(), THREADS.getThreadCpuTime(thread.getThreadId()), Math::max);
            }
        }
        return known.values().stream().mapToLong(Long::longValue).sum();
    }

    private long ofJvm() {
        long all = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
        return Math.max(0, all - ofThreads(PRODUCER, producerThreads) - ofThreads(OBSERVER, observerThreads));
    }
}
